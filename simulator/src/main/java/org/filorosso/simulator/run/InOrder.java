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
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;

/**
 * Works on rows on several threads and hands the results over in the order of the rows. What comes out does not depend on
 * the number of threads; memory does not grow with the number of rows.
 */
public final class InOrder {
    private static final int BATCH = 64;
    private static final int WAITING_PER_THREAD = 4;

    private final int threads;

    /** @param threads at least 1 */
    public InOrder(int threads) {
        this.threads = threads;
    }

    /** Where rows come from. */
    @FunctionalInterface
    public interface Source<R> {
        /** Up to {@code most} further rows; none at the end. Called by one thread. */
        List<R> next(int most) throws FlawException;
    }

    /** What is done with a row. */
    @FunctionalInterface
    public interface Work<R, T> {
        /**
         * Called by any thread.
         *
         * @throws FlawException if the row cannot be taken: it is skipped
         */
        T on(R row) throws FlawException;
    }

    /** What one batch of rows became. */
    private record Batch<T>(List<T> results, List<FlawException> skipped) {}

    /**
     * Works on all rows.
     *
     * @param inOrder receives the results in the order of the rows, on the calling thread
     * @param flaws receives the rows that are skipped
     * @throws FlawException if there are rows that cannot be read
     */
    public <R, T> void run(Source<R> source, Work<R, T> work, Consumer<T> inOrder, Flaws flaws) throws FlawException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Deque<Future<Batch<T>>> waiting = new ArrayDeque<>();
        try {
            List<R> rows = source.next(BATCH);
            while (!rows.isEmpty()) {
                List<R> batch = rows;
                waiting.add(pool.submit(() -> work(batch, work)));
                if (waiting.size() > threads * WAITING_PER_THREAD) {
                    hand(waiting.remove(), inOrder, flaws);
                }
                rows = source.next(BATCH);
            }
            while (!waiting.isEmpty()) {
                hand(waiting.remove(), inOrder, flaws);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R, T> Batch<T> work(List<R> rows, Work<R, T> work) {
        Batch<T> batch = new Batch<>(new ArrayList<>(rows.size()), new ArrayList<>());
        for (R row : rows) {
            try {
                batch.results.add(work.on(row));
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
