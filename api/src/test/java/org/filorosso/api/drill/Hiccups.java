package org.filorosso.api.drill;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Notes when this machine held us up: a thread that wants to wake up every millisecond, and is late. What a caller
 * measures includes such pauses, and no service can answer for them.
 */
final class Hiccups implements AutoCloseable {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Queue<Pause> pauses = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::watch, "hiccups");
    private volatile boolean stopped;

    private record Pause(long from, long until) {}

    Hiccups() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        long last = System.nanoTime();
        while (!stopped) {
            LockSupport.parkNanos(STEP);
            long now = System.nanoTime();
            if (now - last > STEP + LATE) {
                pauses.add(new Pause(last, now));
            }
            last = now;
        }
    }

    /** How long the machine held us up during a call, in nanoseconds; pauses under 5 ms are not counted. */
    long during(Sample call) {
        return pauses.stream()
                .mapToLong(pause -> Math.min(pause.until(), call.ended()) - Math.max(pause.from(), call.started()))
                .filter(overlap -> overlap > 0)
                .sum();
    }

    @Override
    public void close() {
        stopped = true;
    }
}
