package org.filorosso.api.decision;

import java.time.Duration;

/**
 * By when an answer is due, on the monotonic clock.
 *
 * @param nanos in terms of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Nanoseconds left, 0 when it has passed. */
    long left() {
        return Math.max(0, nanos - System.nanoTime());
    }
}
