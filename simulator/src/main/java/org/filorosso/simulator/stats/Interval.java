package org.filorosso.simulator.stats;

/**
 * A range of values that the data allow.
 *
 * @param low its lower end; minus infinity where the question is one-sided
 * @param high its upper end; infinity where the question is one-sided
 */
public record Interval(double low, double high) {

    /** Everything: the data say nothing. */
    public static final Interval EVERYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Whether the value is in the range. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
