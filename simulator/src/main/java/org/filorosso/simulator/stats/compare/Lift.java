package org.filorosso.simulator.stats.compare;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.jspecify.annotations.Nullable;

/** A difference with its error and interval; null is what cannot be told, and the open end of a one-sided interval. */
public record Lift(
        @Nullable Double lift,
        @Nullable Double se,
        @Nullable Double low,
        @Nullable Double high) {

    static Lift of(Measured measured, Interval interval) {
        return new Lift(
                finite(measured.estimate()), finite(measured.se()), finite(interval.low()), finite(interval.high()));
    }

    /** The number, or null where it is none. */
    static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
