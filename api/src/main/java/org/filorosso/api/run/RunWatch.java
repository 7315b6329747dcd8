package org.filorosso.api.run;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells how far a run is while it works, as server-sent events: one at once, one at each change, the last when it is over.
 * Each that is told holds a thread, so there are few; after some minutes it ends, and a browser comes again by itself.
 */
@Component
final class RunWatch {
    private static final int AT_ONCE = 6;
    private static final long PAUSE_MILLIS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Runs runs;
    private final JsonMapper json;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final CountDownLatch closing = new CountDownLatch(1);

    RunWatch(Runs runs, JsonMapper json) {
        this.runs = runs;
        this.json = json;
    }

    /**
     * Tells until the run is over.
     *
     * @throws Refusal if there is no such run, or too many are told
     */
    void tell(String id, HttpServletResponse response) throws IOException {
        Run run = runs.find(id);
        if (!free.tryAcquire()) {
            throw Refusal.of(Kind.TOO_MANY, AT_ONCE + " callers are told of runs. Maybe GET /v1/runs/" + id + ".")
                    .retryAfter(10);
        }
        try {
            response.setContentType("text/event-stream;charset=utf-8");
            Writer out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            tell(run, out);
        } finally {
            free.release();
        }
    }

    private void tell(Run first, Writer out) throws IOException {
        Run run = first;
        long start = System.nanoTime();
        long last = start;
        String told = "";
        while (true) {
            String now = json.writeValueAsString(runs.told(run));
            boolean silent = System.nanoTime() - last > QUIET.toNanos();
            if (!now.equals(told) || silent) {
                out.write(now.equals(told) ? ": still at it\n\n" : "event: run\ndata: " + now + "\n\n");
                out.flush();
                last = System.nanoTime();
                told = now;
            }
            if (run.status().over() || System.nanoTime() - start > LONGEST.toNanos() || closed()) {
                return;
            }
            run = runs.find(run.id());
        }
    }

    private boolean closed() {
        try {
            return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Who is told would hold up a node that stops. */
    @EventListener
    void stopping(ContextClosedEvent event) {
        closing.countDown();
    }
}
