package org.filorosso.simulator.clv;

/**
 * Gauss' hypergeometric function by its series: Abramowitz, Stegun, Handbook of Mathematical Functions (1964), 15.1.1. The sum is
 * kept within what a number can hold by taking powers of ten out of it.
 *
 * @param sum what is left
 * @param exponent of e, by which the sum is to be multiplied
 */
record Hypergeometric(double sum, double exponent) {
    private static final int MOST = 1_000_000;
    private static final double EPSILON = 1e-16;
    private static final double LARGE = 1e200;

    private static Hypergeometric of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double exponent = 0;
        for (int k = 0; k < MOST; k++) {
            term *= (a + k) * (b + k) / (c + k) * z / (k + 1);
            sum += term;
            if (Math.abs(sum) > LARGE) {
                sum /= LARGE;
                term /= LARGE;
                exponent += Math.log(LARGE);
            }
            // once the ratio of terms is below one, the rest is bounded by a geometric series
            if (Math.abs(term) < EPSILON * (1 - z) * Math.abs(sum)) {
                break;
            }
        }
        return new Hypergeometric(sum, exponent);
    }

    /**
     * {@code e^power 2F1(a, b; c; z)}.
     *
     * @param power of e, so that the product may be of moderate size where the function is not
     * @param c neither 0 nor a negative whole number
     * @param z 0 to 1, exclusive
     */
    static double times(double power, double a, double b, double c, double z) {
        Hypergeometric found = of(a, b, c, z);
        return Math.signum(found.sum) * Math.exp(Math.log(Math.abs(found.sum)) + found.exponent + power);
    }

    /**
     * {@code ln 2F1(a, b; c; z)}.
     *
     * @param a above 0, as {@code b} and {@code c}
     * @param z 0 to 1, exclusive
     */
    static double log(double a, double b, double c, double z) {
        Hypergeometric found = of(a, b, c, z);
        return Math.log(found.sum) + found.exponent;
    }
}
