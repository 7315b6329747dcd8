package org.filorosso.api.drill;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;

/** Many callers at the same time. */
final class Crowd {
    private Crowd() {}

    /**
     * Shares the items among so many threads, which begin together; answers in the order of the items.
     *
     * @throws IllegalStateException if one of them fails
     */
    static <T, R> List<R> each(int threads, List<T> items, Function<T, R> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<R>> answers = items.stream()
                    .map(item -> pool.submit((Callable<R>) () -> {
                        begin.await();
                        return work.apply(item);
                    }))
                    .toList();
            begin.countDown();
            return answers.stream().map(Crowd::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    /** The same for the numbers from 0. */
    static <R> List<R> times(int threads, int count, Function<Integer, R> work) {
        return each(threads, IntStream.range(0, count).boxed().toList(), work);
    }

    /** Every thread takes the next number until there is none left, or it is told that there is no use. */
    static void until(int threads, int count, Function<Integer, Boolean> work) {
        AtomicInteger next = new AtomicInteger();
        each(threads, IntStream.range(0, threads).boxed().toList(), thread -> {
            boolean more = true;
            for (int n = next.getAndIncrement(); more && n < count; n = next.getAndIncrement()) {
                more = work.apply(n);
            }
            return more;
        });
    }

    /** A call with its time; a broken connection is an answer too. */
    static Sample sample(Supplier<Client.Answer> call) {
        long started = System.nanoTime();
        try {
            Client.Answer answer = call.get();
            return new Sample(started, System.nanoTime() - started, answer);
        } catch (UncheckedIOException e) {
            return new Sample(started, System.nanoTime() - started, null);
        }
    }

    /** What a thread found. */
    static <R> R get(Future<R> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
