package org.filorosso.simulator.stats.power;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.filorosso.simulator.stats.Sided;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Power of the comparison of two means with the same deviation.
 *
 * @param sd deviation between units, above 0
 * @param normal whether the normal distribution stands for Student's: shorter, and a little hopeful in small tests
 */
public record MeanPower(Design design, double sd, boolean normal) implements Power {
    private static final int POINTS = 64;
    private static final double TAIL = 1e-13;
    private static final double LARGE = 1e6;
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    @Override
    public double power(double n, double effect) {
        double shift = effect / (sd * Math.sqrt(design.spread() / n));
        double df = n * (1 + design.ratio()) - 2;
        return normal || df > LARGE
                ? Sided.NORMAL.survivalProbability(design.critical() - shift)
                : beyond(design.sided().critical(design.alpha(), Sided.reference(df)), shift, df);
    }

    /**
     * The noncentral t distribution beyond a value, from its definition: normal over the root of chi-square. Johnson, Kotz,
     * Balakrishnan, Continuous Univariate Distributions 2, 2nd edition (1995), chapter 31.
     */
    private static double beyond(double value, double shift, double df) {
        ChiSquaredDistribution square = ChiSquaredDistribution.of(df);
        double low = Math.sqrt(square.inverseCumulativeProbability(TAIL));
        double high = Math.sqrt(square.inverseSurvivalProbability(TAIL));
        // over the root of chi-square, whose density is smooth at zero even for one degree of freedom
        GaussIntegrator rule = RULES.legendre(POINTS, low, high);
        return rule.integrate(root -> 2
                * root
                * square.density(root * root)
                * Sided.NORMAL.survivalProbability(value * root / Math.sqrt(df) - shift));
    }

    @Override
    public double largest() {
        return 1e6 * sd;
    }

    @Override
    public String formula() {
        return normal ? "normal" : "t";
    }
}
