package org.filorosso.simulator.stats.frequentist;

import org.filorosso.simulator.stats.Moments;

/**
 * One arm of a comparison: a mean, or a ratio of two sums, over independent units, with a covariate from before.
 *
 * <p>Ratios are made linear: Deng, Knoblich, Lu, Applying the delta method in metric analytics, KDD 2018, section 3. A mean over
 * clusters is a ratio too, of the clusters' sums to their sizes (section 4.1 there).
 *
 * @param moments of the vector (numerator, denominator, covariate, weight of the covariate), one observation a unit; for a mean
 *     the denominator is 1, or the cluster's size
 * @param binomial whether the variance divides by n, as p (1 - p), and not by n - 1
 */
public record Arm(Moments moments, boolean binomial) {
    /** Numbers in a vector. */
    public static final int SIZE = 4;

    private static final int COVARIATE = 2;
    private static final int WEIGHT = 3;

    /** The mean or ratio. */
    public double value() {
        return moments.sum(0) / moments.sum(1);
    }

    /** The covariate's mean; 0 where there is none. */
    double covariate() {
        return moments.mean(WEIGHT) == 0 ? 0 : moments.sum(COVARIATE) / moments.sum(WEIGHT);
    }

    /** What a unit adds to {@code value * a + covariate * b}, as coefficients of its vector. */
    double[] gradient(double a, double b) {
        double[] gradient = new double[SIZE];
        gradient[0] = a / moments.mean(1);
        gradient[1] = -a * value() / moments.mean(1);
        if (b != 0 && moments.mean(WEIGHT) != 0) {
            gradient[COVARIATE] = b / moments.mean(WEIGHT);
            gradient[WEIGHT] = -b * covariate() / moments.mean(WEIGHT);
        }
        return gradient;
    }

    /** The variance of the estimate {@code value * a + covariate * b}. */
    double variance(double a, double b) {
        double[] gradient = gradient(a, b);
        double n = moments.n();
        return moments.covariance(gradient, gradient) / n * (binomial ? (n - 1) / n : 1);
    }

    /** The covariance between units of two linear forms, as a sum of products. */
    double products(double[] left, double[] right) {
        return moments.covariance(left, right) * (moments.n() - 1);
    }
}
