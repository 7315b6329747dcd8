package org.filorosso.api.drill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, and fails when it does not. */
public final class Until {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private Until() {}

    /**
     * Asks again and again.
     *
     * @param what for the message, such as "the service is ready"
     * @return how long it took
     * @throws IllegalStateException if it is not true in time
     */
    public static Duration holds(String what, Duration most, BooleanSupplier question) {
        long start = System.nanoTime();
        if (!passes(most, question)) {
            throw new IllegalStateException("not within " + most.toSeconds() + " s: " + what);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The same for what may stay false: then it is false. */
    public static boolean passes(Duration most, BooleanSupplier question) {
        long start = System.nanoTime();
        boolean holds = question.getAsBoolean();
        while (!holds && System.nanoTime() - start < most.toNanos()) {
            LockSupport.parkNanos(PAUSE);
            holds = question.getAsBoolean();
        }
        return holds;
    }

    /** Lets time pass. */
    public static void passed(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
