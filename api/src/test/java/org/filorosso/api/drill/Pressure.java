package org.filorosso.api.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.filorosso.api.fixture.Client;

/** Callers that go on calling at a steady pace until they are told to stop, and remember every call. */
final class Pressure implements AutoCloseable {
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ExecutorService pool;
    private final AtomicInteger number = new AtomicInteger();
    private final long between;
    private volatile boolean stopped;

    private Pressure(int threads, int perSecond) {
        this.pool = Executors.newFixedThreadPool(threads);
        this.between = threads * TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /**
     * Starts calling.
     *
     * @param perSecond how many calls all threads together begin, if each is answered in time
     * @param call gets the number of the call, from 0
     */
    static Pressure of(int threads, int perSecond, IntFunction<Client.Answer> call) {
        Pressure pressure = new Pressure(threads, perSecond);
        for (int i = 0; i < threads; i++) {
            pressure.pool.execute(() -> pressure.run(call));
        }
        return pressure;
    }

    private void run(IntFunction<Client.Answer> call) {
        long due = System.nanoTime();
        while (!stopped) {
            int n = number.getAndIncrement();
            samples.add(Crowd.sample(() -> call.apply(n)));
            due = Math.max(due + between, System.nanoTime());
            Until.passed(Duration.ofNanos(due - System.nanoTime()));
        }
    }

    /** All calls that ended so far. */
    List<Sample> soFar() {
        return new ArrayList<>(samples);
    }

    /** Calls that began between two moments. */
    List<Sample> between(long from, long until) {
        return samples.stream()
                .filter(sample -> sample.started() >= from && sample.started() < until)
                .toList();
    }

    /** Stops, and waits for the calls that are under way. */
    List<Sample> stop() {
        stopped = true;
        pool.shutdown();
        try {
            if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a call was not answered within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return soFar();
    }

    @Override
    public void close() {
        stopped = true;
        pool.shutdownNow();
    }
}
