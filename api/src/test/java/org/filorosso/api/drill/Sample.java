package org.filorosso.api.drill;

import org.filorosso.api.fixture.Client;
import org.jspecify.annotations.Nullable;

/**
 * One call as its caller saw it.
 *
 * @param started {@link System#nanoTime()} before it
 * @param nanos until its answer was there, or it failed
 * @param answer null when the connection broke
 */
record Sample(long started, long nanos, Client.@Nullable Answer answer) {

    boolean answered(int status) {
        return answer != null && answer.status() == status;
    }

    /** 0 when the connection broke. */
    int status() {
        return answer == null ? 0 : answer.status();
    }

    long ended() {
        return started + nanos;
    }

    double millis() {
        return nanos / 1e6;
    }
}
