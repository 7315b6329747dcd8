package org.filorosso.simulator.stats;

/**
 * An estimated difference with what is known of its error.
 *
 * @param estimate the difference, or relative lift
 * @param se its standard error; 0 or NaN where the data have no spread, and then nothing can be said of chance
 * @param df degrees of freedom of the standard error, above 0; infinite for the normal distribution
 * @param n independent observations behind it, both arms together
 */
public record Measured(double estimate, double se, double df, double n) {

    /** Nothing is known. */
    public static final Measured NOTHING = new Measured(Double.NaN, Double.NaN, Double.NaN, 0);

    /** Whether chance can be judged. */
    public boolean hasError() {
        return se > 0 && Double.isFinite(se) && df > 0 && Double.isFinite(estimate);
    }

    /** The estimate in standard errors; NaN where there is none. */
    public double statistic() {
        return hasError() ? estimate / se : Double.NaN;
    }
}
