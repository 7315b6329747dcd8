package org.filorosso.simulator.stats.frequentist;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether arms have the sizes they should have (sample ratio mismatch): Pearson's chi-square test of fit.
 *
 * <p>Fabijan and others, Diagnosing sample ratio mismatch in online controlled experiments, KDD 2019: a mismatch means that
 * some kind of unit is missing from an arm, and then no result can be read.
 *
 * @param chiSquare the statistic
 * @param df arms less one
 * @param pValue how often chance alone gives such a mismatch, 0..1
 */
public record SampleRatio(double chiSquare, int df, double pValue) {

    /** Below this a mismatch is not believed to be chance. */
    public static final double ALARM = 0.001;

    /**
     * The test.
     *
     * @param observed units per arm, at least two arms
     * @param shares what each should have, in any unit, above 0
     */
    public static SampleRatio of(double[] observed, double[] shares) {
        double total = sum(observed);
        double all = sum(shares);
        double chiSquare = 0;
        for (int i = 0; i < observed.length; i++) {
            double expected = total * shares[i] / all;
            chiSquare += (observed[i] - expected) * (observed[i] - expected) / expected;
        }
        int df = observed.length - 1;
        return new SampleRatio(chiSquare, df, ChiSquaredDistribution.of(df).survivalProbability(chiSquare));
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Whether results must not be read. */
    public boolean failed() {
        return pValue < ALARM;
    }
}
