package org.filorosso.simulator.stats.frequentist;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Sided;

/**
 * Intervals of one proportion. Names and formulas as in Brown, Cai, DasGupta, Interval estimation for a binomial proportion,
 * Statistical Science 16 (2001) 101-133, sections 3 and 4.
 *
 * @param successes 0 to {@code n}
 * @param n trials, at least 1
 */
public record OneProportion(double successes, double n) {

    /** The share of successes, 0..1. */
    public double value() {
        return successes / n;
    }

    /** Wilson's score interval: the values that the score test does not reject. */
    public Interval wilson(double alpha) {
        return wilsonAt(Sided.TWO.critical(alpha, Sided.NORMAL));
    }

    /** Wilson's interval for a normal quantile. */
    Interval wilsonAt(double z) {
        double p = value();
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return new Interval(successes == 0 ? 0 : centre - half, successes == n ? 1 : centre + half);
    }

    /** Clopper and Pearson's exact interval: never covers less than promised. */
    public Interval exact(double alpha) {
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, n - successes + 1).inverseCumulativeProbability(alpha / 2);
        double high = successes == n
                ? 1
                : BetaDistribution.of(successes + 1, n - successes).inverseSurvivalProbability(alpha / 2);
        return new Interval(low, high);
    }

    /** Agresti and Coull's interval. */
    public Interval agrestiCoull(double alpha) {
        double z = Sided.TWO.critical(alpha, Sided.NORMAL);
        double trials = n + z * z;
        double centre = (successes + z * z / 2) / trials;
        return Sided.TWO.around(centre, z * Math.sqrt(centre * (1 - centre) / trials));
    }

    /** Jeffreys' interval: equal tails of the posterior under a Beta(1/2, 1/2) prior. */
    public Interval jeffreys(double alpha) {
        BetaDistribution posterior = BetaDistribution.of(successes + 0.5, n - successes + 0.5);
        return new Interval(
                successes == 0 ? 0 : posterior.inverseCumulativeProbability(alpha / 2),
                successes == n ? 1 : posterior.inverseSurvivalProbability(alpha / 2));
    }

    /** Wald's interval, which collapses where there are no successes or only successes. */
    public Interval wald(double alpha) {
        double half = Sided.TWO.critical(alpha, Sided.NORMAL) * Math.sqrt(value() * (1 - value()) / n);
        return Sided.TWO.around(value(), half);
    }
}
