package org.filorosso.api.report;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.frequentist.OneProportion;
import org.filorosso.simulator.stats.frequentist.SampleRatio;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.jspecify.annotations.Nullable;

/** Shares of subjects, what sets two of them apart, and whether groups have the sizes they should have. */
final class Proportions {
    private static final double ALPHA = 0.05;

    private Proportions() {}

    /** A figure with its 95% interval; {@code pValue} where there is a test. */
    record Estimate(
            double value, double low, double high, @Nullable Double pValue) {

        /** The same so many times as large. */
        Estimate times(double factor) {
            return new Estimate(value * factor, low * factor, high * factor, pValue);
        }
    }

    /** A share with Wilson's interval; null of nothing. */
    static @Nullable Estimate share(long hits, long all) {
        if (all == 0) {
            return null;
        }
        OneProportion share = new OneProportion(hits, all);
        Interval interval = share.wilson(ALPHA);
        return new Estimate(share.value(), interval.low(), interval.high(), null);
    }

    /**
     * The first share less the second: interval by Newcombe's hybrid score, p-value by the pooled z test without continuity
     * correction; null where one is of nothing.
     */
    static @Nullable Estimate difference(long hits, long all, long controlHits, long control) {
        if (all == 0 || control == 0) {
            return null;
        }
        TwoProportions both = new TwoProportions(new OneProportion(hits, all), new OneProportion(controlHits, control));
        Interval interval = both.interval(TwoProportions.Method.NEWCOMBE, Sided.TWO, ALPHA);
        double pValue = both.pValue(Sided.TWO);
        return new Estimate(both.difference(), interval.low(), interval.high(), Double.isNaN(pValue) ? null : pValue);
    }

    /**
     * Whether groups have the sizes they should have, by Pearson's chi-square.
     *
     * @param shares what each should have, above 0, in any unit
     * @return null of fewer than two groups, or of nobody
     */
    static @Nullable SampleRatio sampleRatio(double[] sizes, double[] shares) {
        double all = java.util.Arrays.stream(sizes).sum();
        return sizes.length < 2 || all == 0 ? null : SampleRatio.of(sizes, shares);
    }
}
