package org.filorosso.simulator.stats.bayes;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;

/**
 * Means and ratios of large samples with a flat prior: the difference is normal around its estimate (Gelman and others, Bayesian
 * Data Analysis, 3rd edition (2013), section 4.1), the relative lift by the delta method.
 *
 * @param difference has an error to judge by
 * @param lift the relative lift, or {@link Measured#NOTHING}
 */
public record NormalPosterior(Measured difference, Measured lift) implements Posterior {

    @Override
    public double probabilityToBeat() {
        return Sided.NORMAL.cumulativeProbability(difference.statistic());
    }

    /** {@code E[max(-d, 0)] = se phi(z) - d Phi(-z)}: Raiffa, Schlaifer, Applied Statistical Decision Theory (1961), section 5.3. */
    @Override
    public double expectedLoss() {
        double z = difference.statistic();
        return difference.se() * Sided.NORMAL.density(z)
                - difference.estimate() * Sided.NORMAL.cumulativeProbability(-z);
    }

    @Override
    public Interval absolute(double alpha) {
        return around(difference, alpha);
    }

    @Override
    public Interval relative(double alpha) {
        return lift.hasError() ? around(lift, alpha) : Interval.EVERYTHING;
    }

    private static Interval around(Measured measured, double alpha) {
        return Sided.TWO.around(measured.estimate(), Sided.TWO.critical(alpha, Sided.NORMAL) * measured.se());
    }
}
