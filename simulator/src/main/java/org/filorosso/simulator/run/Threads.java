package org.filorosso.simulator.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.filorosso.simulator.run.InOrder.Batch;
import org.filorosso.simulator.run.InOrder.Pending;

/** Works on batches with threads of this process. */
final class Threads<R, T> implements InOrder.Hands<R, T> {
    private static final int BATCH = 64;
    private static final int WAITING_PER_THREAD = 4;

    private final int threads;
    private final InOrder.Work<R, T> work;
    private final ExecutorService pool;

    /**
     * @param threads at least 1
     * @param work called by any of them
     */
    Threads(int threads, InOrder.Work<R, T> work) {
        this.threads = threads;
        this.work = work;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public int waiting() {
        return threads * WAITING_PER_THREAD;
    }

    @Override
    public Pending<T> take(List<R> rows) {
        Future<Batch<T>> future = pool.submit(() -> Batch.of(rows, work));
        return () -> await(future);
    }

    private static <T> Batch<T> await(Future<Batch<T>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while deciding", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A decision failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
