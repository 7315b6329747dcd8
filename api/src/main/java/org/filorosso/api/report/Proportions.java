package org.filorosso.api.report;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** Shares of subjects, what sets two of them apart, and whether groups have the sizes they should have. */
final class Proportions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z = NORMAL.inverseCumulativeProbability(0.975);

    private Proportions() {}

    /** A figure with its 95% interval; {@code pValue} where there is a test. */
    record Estimate(
            double value, double low, double high, @Nullable Double pValue) {

        /** The same so many times as large. */
        Estimate times(double factor) {
            return new Estimate(value * factor, low * factor, high * factor, pValue);
        }
    }

    /** A share with Wilson's interval (JASA 22, 1927, 209-212); null of nothing. */
    static @Nullable Estimate share(long hits, long all) {
        if (all == 0) {
            return null;
        }
        double p = (double) hits / all;
        double centre = (p + Z * Z / (2 * all)) / (1 + Z * Z / all);
        double half = Z / (1 + Z * Z / all) * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all));
        return new Estimate(p, hits == 0 ? 0 : centre - half, hits == all ? 1 : centre + half, null);
    }

    /**
     * The first share less the second: interval by Newcombe's hybrid score (R. G. Newcombe, Statistics in Medicine 17,
     * 1998, 873-890, method 10), p-value by the pooled z test without continuity correction; null where one is of nothing.
     */
    static @Nullable Estimate difference(long hits, long all, long controlHits, long control) {
        Estimate one = share(hits, all);
        Estimate other = share(controlHits, control);
        if (one == null || other == null) {
            return null;
        }
        double difference = one.value() - other.value();
        double below = Math.hypot(one.value() - one.low(), other.high() - other.value());
        double above = Math.hypot(one.high() - one.value(), other.value() - other.low());
        double pooled = (double) (hits + controlHits) / (all + control);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / all + 1.0 / control));
        Double pValue = error == 0 ? null : 2 * NORMAL.survivalProbability(Math.abs(difference) / error);
        return new Estimate(difference, difference - below, difference + above, pValue);
    }

    /** Pearson's chi-square of the sizes of groups: a p-value under 0.001 says that somebody is missing. */
    record SampleRatio(double chiSquare, int df, double pValue) {}

    /**
     * Whether groups have the sizes they should have.
     *
     * @param shares what each should have, above 0, in any unit
     * @return null of fewer than two groups, or of nobody
     */
    static @Nullable SampleRatio sampleRatio(long[] sizes, double[] shares) {
        double all = java.util.Arrays.stream(sizes).sum();
        double whole = java.util.Arrays.stream(shares).sum();
        if (sizes.length < 2 || all == 0) {
            return null;
        }
        double chiSquare = 0;
        for (int i = 0; i < sizes.length; i++) {
            double expected = all * shares[i] / whole;
            chiSquare += (sizes[i] - expected) * (sizes[i] - expected) / expected;
        }
        int df = sizes.length - 1;
        return new SampleRatio(chiSquare, df, ChiSquaredDistribution.of(df).survivalProbability(chiSquare));
    }
}
