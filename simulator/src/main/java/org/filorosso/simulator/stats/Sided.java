package org.filorosso.simulator.stats;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The question asked of a difference. */
public enum Sided {
    /** Is there one? */
    TWO,
    /** Is the arm above its control? */
    GREATER,
    /** Is the arm below its control? */
    LESS;

    /** The normal distribution of mean 0 and deviation 1. */
    public static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Student's distribution, or the normal one where there are infinitely many degrees of freedom. */
    public static ContinuousDistribution reference(double df) {
        return Double.isInfinite(df) ? NORMAL : TDistribution.of(df);
    }

    /** How often chance alone gives a statistic at least this far, under a symmetric distribution. */
    public double pValue(double statistic, ContinuousDistribution reference) {
        return switch (this) {
            case TWO -> Math.min(1, 2 * reference.survivalProbability(Math.abs(statistic)));
            case GREATER -> reference.survivalProbability(statistic);
            case LESS -> reference.cumulativeProbability(statistic);
        };
    }

    /** The share of errors that one end of an interval may take. */
    public double tail(double alpha) {
        return this == TWO ? alpha / 2 : alpha;
    }

    /** The distance, in standard errors, from the estimate to an end of the interval. */
    public double critical(double alpha, ContinuousDistribution reference) {
        return reference.inverseSurvivalProbability(tail(alpha));
    }

    /** The interval around an estimate, open on the side that is not asked for. */
    public Interval around(double estimate, double halfWidth) {
        return ends(estimate - halfWidth, estimate + halfWidth);
    }

    /** The interval between two ends, open on the side that is not asked for. */
    public Interval ends(double low, double high) {
        return new Interval(
                this == LESS ? Double.NEGATIVE_INFINITY : low, this == GREATER ? Double.POSITIVE_INFINITY : high);
    }
}
