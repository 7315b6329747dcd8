package org.filorosso.simulator.stats;

/** A school of statistics: how an estimate with its standard error becomes an interval and a p-value. */
public interface Inference {

    /** The values that the data allow; {@link Interval#EVERYTHING} where the estimate has no error to judge by. */
    Interval interval(Measured measured);

    /** How surprising the estimate would be without a difference, 0..1; NaN where it has no error to judge by. */
    double pValue(Measured measured);
}
