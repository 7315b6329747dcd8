package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that share the work on numbered things; who does what changes no result. */
public final class Workers implements AutoCloseable {
    private static final int CHUNK = 32;

    private final ExecutorService pool;

    /** @param threads at least 1 */
    public Workers(int threads) {
        this.pool = Executors.newFixedThreadPool(threads);
    }

    /** What is done with one thing. */
    @FunctionalInterface
    interface Work {
        void on(int index);
    }

    /** Works on 0 to {@code count} - 1, each once, and comes back when all are done. */
    void each(int count, Work work) {
        List<Future<?>> futures = new ArrayList<>();
        for (int from = 0; from < count; from += CHUNK) {
            int first = from;
            int last = Math.min(count, from + CHUNK);
            futures.add(pool.submit(() -> {
                for (int i = first; i < last; i++) {
                    work.on(i);
                }
            }));
        }
        for (Future<?> future : futures) {
            await(future);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while simulating", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A simulated customer failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
