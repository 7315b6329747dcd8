package org.filorosso.simulator.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.simulator.customers.CustomerBase;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;

/**
 * Asks one question to every customer of a file, on several threads. What comes out, and its order, do not depend on the
 * number of threads; memory does not grow with the file.
 */
public final class CustomerDecisions {
    private static final int BATCH = 64;
    private static final int WAITING_PER_THREAD = 4;

    private final Engine engine;
    private final CustomerBase base;
    private final Question question;
    private final int threads;

    /** @param threads at least 1 */
    public CustomerDecisions(Engine engine, CustomerBase base, Question question, int threads) {
        this.engine = engine;
        this.base = base;
        this.question = question;
        this.threads = threads;
    }

    /** What one batch of rows became. */
    private record Batch<T>(List<T> results, List<FlawException> skipped) {}

    /**
     * Decides for all.
     *
     * @param work done with each decision, on any thread
     * @param inOrder receives what the work gave, in the order of the file, on the calling thread
     * @param flaws receives the rows that are skipped
     * @throws FlawException if the file cannot be read on
     */
    public <T> void run(CustomerFile file, Function<Decided, T> work, Consumer<T> inOrder, Flaws flaws)
            throws FlawException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Deque<Future<Batch<T>>> waiting = new ArrayDeque<>();
        try {
            List<CustomerFile.Row> rows = file.next(BATCH);
            while (!rows.isEmpty()) {
                List<CustomerFile.Row> batch = rows;
                waiting.add(pool.submit(() -> decide(batch, work)));
                if (waiting.size() > threads * WAITING_PER_THREAD) {
                    hand(waiting.remove(), inOrder, flaws);
                }
                rows = file.next(BATCH);
            }
            while (!waiting.isEmpty()) {
                hand(waiting.remove(), inOrder, flaws);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** The decision for one customer as his row says he is. */
    public Decided decide(Subject profile) {
        Subject subject = base.complete(profile);
        Request request = question.to(subject, engine.playbook());
        State state = base.state(subject);
        return new Decided(subject, request, state, engine.decide(subject, request, state));
    }

    private <T> Batch<T> decide(List<CustomerFile.Row> rows, Function<Decided, T> work) {
        Batch<T> batch = new Batch<>(new ArrayList<>(rows.size()), new ArrayList<>());
        for (CustomerFile.Row row : rows) {
            try {
                batch.results.add(work.apply(decide(row.subject())));
            } catch (FlawException e) {
                batch.skipped.add(e);
            }
        }
        return batch;
    }

    private static <T> void hand(Future<Batch<T>> future, Consumer<T> inOrder, Flaws flaws) {
        try {
            Batch<T> batch = future.get();
            batch.skipped.forEach(flaws::skip);
            batch.results.forEach(inOrder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while deciding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A decision failed: " + e.getCause(), e.getCause());
        }
    }
}
