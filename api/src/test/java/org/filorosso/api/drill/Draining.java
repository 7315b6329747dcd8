package org.filorosso.api.drill;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.security.Role;

/**
 * SIGTERM under load: whoever called before it gets an answer (an import that is still being sent too), the process ends
 * in time, and what it answered is there after the next start.
 */
final class Draining implements Drill {
    private static final int SUBJECTS = 200;
    private static final int LINES = 60;

    @Override
    public int promise() {
        return 9;
    }

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public void run(Ground ground, Figures figures) {
        ServiceProcess node = ground.node("node", Ground.shipped());
        Desk desk = new Desk(ground.at(node, Role.INTEGRATION));
        Crowd.times(4, 1000, n -> desk.ask(Telco.call("warm-" + n, n % SUBJECTS)));
        Pressure pressure = ground.keep(Pressure.of(16, 300, n -> desk.ask(Telco.call("drain-" + n, n % SUBJECTS))));
        CompletableFuture<Answer> importing = CompletableFuture.supplyAsync(() -> slowImport(desk));
        Until.passed(Duration.ofSeconds(3));
        long signal = System.nanoTime();
        node.process().terminate();
        int exit = node.process().awaitExit(Duration.ofSeconds(60));
        Duration took = Duration.ofNanos(System.nanoTime() - signal);
        List<Sample> calls = pressure.stop();
        List<Sample> before =
                calls.stream().filter(call -> call.started() < signal).toList();
        figures.tell("callsBefore", before.size());
        figures.tell(
                "inFlight",
                before.stream().filter(call -> call.ended() > signal).count());
        figures.expect(
                "failed", before.stream().filter(call -> !call.answered(200)).count(), 0L);
        figures.expect("importStatus", importing.join().status(), 200);
        figures.atMost("exitMs", took.toMillis(), 30_000);
        figures.tell("exitCode", exit);
        figures.tell(
                "statusesAfter",
                Figures.statuses(
                        calls.stream().filter(call -> call.started() >= signal).toList()));
        afterwards(new Desk(ground.at(ground.node("node", Ground.shipped()), Role.INTEGRATION)), before, figures);
    }

    private static void afterwards(Desk desk, List<Sample> answered, Figures figures) {
        long lost = answered.stream()
                .skip(Math.max(0, answered.size() - 300))
                .map(call -> call.answer().json().path("interactionId").asString())
                .filter(id -> desk.client().get("/v1/decisions/" + id).status() != 200)
                .count();
        figures.expect("decisionsLost", lost, 0L);
        long missing = IntStream.range(0, LINES)
                .filter(n -> desk.client().get("/v1/subjects/slow-" + n).status() != 200)
                .count();
        figures.expect("importedLost", missing, 0L);
    }

    /** Sends a line every 100 ms: six seconds, three of them after the signal. */
    private static Answer slowImport(Desk desk) {
        String lines = IntStream.range(0, LINES)
                .mapToObj(n -> "{\"id\":\"slow-" + n + "\"," + Telco.profile(n) + "}")
                .collect(Collectors.joining("\n"));
        return desk.client()
                .send(
                        "POST",
                        "/v1/subjects:import",
                        "application/x-ndjson",
                        BodyPublishers.ofInputStream(() -> new Dripping(lines)));
    }

    /** A text that comes line by line. */
    private static final class Dripping extends InputStream {
        private final byte[] bytes;
        private int next;

        Dripping(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            if (next < bytes.length && bytes[next] == '\n') {
                Until.passed(Duration.ofMillis(100));
            }
            return next < bytes.length ? bytes[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int from, int most) {
            int n = 0;
            while (n < most && next < bytes.length && (n == 0 || bytes[next] != '\n')) {
                target[from + n++] = (byte) read();
            }
            return n == 0 ? -1 : n;
        }
    }
}
