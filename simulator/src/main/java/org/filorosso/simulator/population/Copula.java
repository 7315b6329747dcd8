package org.filorosso.simulator.population;

import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Units that depend on each other: a Gaussian copula. Each trait has a standard normal of its own; the lower triangle mixes
 * them, and the normal distribution function makes units of them again (Nelsen, "An Introduction to Copulas", 2nd ed.,
 * section 2.9). Whatever the distributions are, the Spearman correlation of two continuous traits is 6/pi asin(rho/2).
 *
 * @param names the traits that are correlated
 * @param lower Cholesky factor of their correlations, row by row up to the diagonal
 */
record Copula(List<String> names, List<double[]> lower) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double SMALLEST = 0x1p-53;

    /** Nothing depends on anything. */
    static final Copula INDEPENDENT = new Copula(List.of(), List.of());

    /** Puts the mixed units in place of the independent ones, each in (0, 1). */
    void mix(Map<String, Double> units) {
        double[] normals = new double[names.size()];
        for (int i = 0; i < normals.length; i++) {
            normals[i] = Distribution.standardNormal(units.getOrDefault(names.get(i), 0.5));
        }
        for (int i = 0; i < normals.length; i++) {
            double mixed = 0;
            double[] row = lower.get(i);
            for (int j = 0; j <= i; j++) {
                mixed += row[j] * normals[j];
            }
            double unit = NORMAL.cumulativeProbability(mixed);
            units.put(names.get(i), Math.max(SMALLEST, Math.min(1 - SMALLEST, unit)));
        }
    }
}
