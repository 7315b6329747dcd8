package org.filorosso.simulator.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;

/**
 * Works on rows many at once and hands the results over in the order of the rows. What comes out does not depend on who
 * works, nor how many; memory does not grow with the number of rows.
 */
public final class InOrder {
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
    public record Batch<T>(List<T> results, List<FlawException> skipped) {

        /** Works on rows, one after the other. */
        public static <R, T> Batch<T> of(List<R> rows, Work<R, T> work) {
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
    }

    /** Who works on batches, several at once. Asked by one thread. */
    public interface Hands<R, T> extends AutoCloseable {

        /** Rows of a batch, at least 1. */
        int batch();

        /** Batches that may wait for their turn, at least 1. */
        int waiting();

        /** Begins to work on a batch. */
        Pending<T> take(List<R> rows);

        @Override
        void close();
    }

    /** A batch that is being worked on. */
    @FunctionalInterface
    public interface Pending<T> {
        /** Waits until it is done. */
        Batch<T> await();
    }

    /**
     * Works on all rows with threads of this process.
     *
     * @param inOrder receives the results in the order of the rows, on the calling thread
     * @param flaws receives the rows that are skipped
     * @throws FlawException if there are rows that cannot be read
     */
    public <R, T> void run(Source<R> source, Work<R, T> work, Consumer<T> inOrder, Flaws flaws) throws FlawException {
        try (Threads<R, T> hands = new Threads<>(threads, work)) {
            share(source, hands, inOrder, flaws);
        }
    }

    /**
     * The same with others.
     *
     * @param inOrder receives the results in the order of the rows, on the calling thread
     * @param flaws receives the rows that are skipped
     * @throws FlawException if there are rows that cannot be read
     */
    public static <R, T> void share(Source<R> source, Hands<R, T> hands, Consumer<T> inOrder, Flaws flaws)
            throws FlawException {
        Deque<Pending<T>> waiting = new ArrayDeque<>();
        List<R> rows = source.next(hands.batch());
        while (!rows.isEmpty()) {
            waiting.add(hands.take(rows));
            if (waiting.size() > hands.waiting()) {
                hand(waiting.remove(), inOrder, flaws);
            }
            rows = source.next(hands.batch());
        }
        while (!waiting.isEmpty()) {
            hand(waiting.remove(), inOrder, flaws);
        }
    }

    private static <T> void hand(Pending<T> pending, Consumer<T> inOrder, Flaws flaws) {
        Batch<T> batch = pending.await();
        batch.skipped.forEach(flaws::skip);
        batch.results.forEach(inOrder);
    }
}
