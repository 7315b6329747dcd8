package org.filorosso.simulator.stats.regression;

import java.util.Arrays;

/**
 * Where coefficients are believed to be before anything was observed: each a normal distribution of its own. Few data leave a
 * coefficient near its mean; many overrule it. Gelman, Jakulin, Pittau, Su, A weakly informative default prior distribution for
 * logistic and other regression models, Annals of Applied Statistics 2 (2008) 1360-1383, with normal instead of t distributions.
 *
 * @param means in log-odds
 * @param deviations standard deviations in log-odds, above 0; infinite where nothing is believed
 */
public record Shrinkage(double[] means, double[] deviations) {

    /** Nothing is believed: greatest likelihood. */
    public static Shrinkage none(int coefficients) {
        double[] deviations = new double[coefficients];
        Arrays.fill(deviations, Double.POSITIVE_INFINITY);
        return new Shrinkage(new double[coefficients], deviations);
    }

    /**
     * All but the first, which is the intercept, are near 0.
     *
     * @param deviation in log-odds, above 0
     */
    public static Shrinkage towardsNothing(int coefficients, double deviation) {
        double[] deviations = new double[coefficients];
        Arrays.fill(deviations, deviation);
        deviations[0] = Double.POSITIVE_INFINITY;
        return new Shrinkage(new double[coefficients], deviations);
    }

    /** The weight of the belief in one coefficient, in units of information. */
    double precision(int coefficient) {
        return 1 / (deviations[coefficient] * deviations[coefficient]);
    }

    /** The logarithm of the belief's density, up to a constant. */
    double logDensity(double... coefficients) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            double away = coefficients[i] - means[i];
            sum -= precision(i) * away * away / 2;
        }
        return sum;
    }
}
