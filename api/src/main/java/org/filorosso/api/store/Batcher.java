package org.filorosso.api.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Does the same work for whoever is waiting, together: one read for the subjects of many requests, one transaction for
 * the rows of many. Nobody waits for a batch to fill: it takes what is queued when a thread is free. When a batch of many
 * fails, each of them is tried alone, so that nobody suffers for another's row.
 *
 * @param <T> what is asked
 * @param <R> what comes of it
 */
public final class Batcher<T, R> implements AutoCloseable {
    private final BlockingQueue<Waiting<T, R>> queue;
    private final int most;
    private final Function<List<T>, List<R>> work;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    private record Waiting<T, R>(T asked, CompletableFuture<R> answer) {}

    /**
     * How much is done at once.
     *
     * @param threads at least 1
     * @param most of one batch, at least 1
     * @param queued how many may wait, at least 1
     */
    public record Size(int threads, int most, int queued) {}

    /** @param work gives one answer for each that was asked, in the same order */
    public Batcher(String name, Size size, Function<List<T>, List<R>> work) {
        this.queue = new ArrayBlockingQueue<>(size.queued());
        this.most = size.most();
        this.work = work;
        for (int i = 0; i < size.threads(); i++) {
            Thread thread = new Thread(this::run, name + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Queues one; the answer fails with {@link RejectedExecutionException} when too many wait or this is closed. */
    public CompletableFuture<R> submit(T asked) {
        Waiting<T, R> waiting = new Waiting<>(asked, new CompletableFuture<>());
        if (closing || !queue.offer(waiting)) {
            waiting.answer().completeExceptionally(new RejectedExecutionException("too many wait"));
        }
        return waiting.answer();
    }

    /** How many wait now. */
    public int waiting() {
        return queue.size();
    }

    private void run() {
        List<Waiting<T, R>> batch = new ArrayList<>(most);
        while (!closing || !queue.isEmpty()) {
            try {
                Waiting<T, R> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, most - 1);
                    serve(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void serve(List<Waiting<T, R>> batch) {
        try {
            List<R> answers = work.apply(batch.stream().map(Waiting::asked).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (batch.size() == 1) {
                batch.get(0).answer().completeExceptionally(e);
            } else {
                batch.forEach(one -> serve(List.of(one)));
            }
        }
    }

    /** Serves those who wait, then stops; waits at most ten seconds for it. */
    @Override
    public void close() {
        closing = true;
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(10).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
