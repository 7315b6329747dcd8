package org.filorosso.simulator.stats.regression;

/**
 * Customers, or decisions, of whom the same is known, and what became of them.
 *
 * @param x what is known, one number a coefficient; a 1 for the intercept
 * @param yes how many answered yes, at least 0
 * @param no how many did not, at least 0
 * @param offset what is added to the log-odds without being fitted
 */
public record Observation(double[] x, double yes, double no, double offset) {

    /** Everything that moves the log-odds is fitted. */
    public Observation(double[] x, double yes, double no) {
        this(x, yes, no, 0);
    }

    /** The sum of what is known times the coefficients, and the offset: log-odds. */
    double logOdds(double... coefficients) {
        double sum = offset;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * coefficients[i];
        }
        return sum;
    }
}
