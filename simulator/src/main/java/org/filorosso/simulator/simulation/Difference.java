package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.TDistribution;
import org.filorosso.simulator.stats.Moments;

/**
 * A mean difference per customer with its interval by Student's t over the paired differences.
 *
 * @param n customers
 */
public record Difference(String metric, long n, BigDecimal mean, BigDecimal se, BigDecimal low, BigDecimal high) {
    private static final double[] LESS = {1, -1};

    /** @param moments of the arm and the control, customer by customer */
    static Difference of(String metric, Moments moments, double alpha) {
        double mean = moments.mean(0) - moments.mean(1);
        double se = Math.sqrt(Math.max(0, moments.covariance(LESS, LESS)) / Math.max(1, moments.n()));
        double t = quantile(moments.n(), 1 - alpha / 2);
        return new Difference(
                metric,
                moments.n(),
                Figures.of(mean),
                Figures.of(se),
                Figures.of(mean - t * se),
                Figures.of(mean + t * se));
    }

    /** Of Student's t; 0 where one customer or none says nothing of chance. */
    static double quantile(long n, double probability) {
        return n < 2 ? 0 : TDistribution.of(n - 1).inverseCumulativeProbability(probability);
    }

    boolean up() {
        return low.signum() > 0;
    }

    boolean down() {
        return high.signum() < 0;
    }
}
