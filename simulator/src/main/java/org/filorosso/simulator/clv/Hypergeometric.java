package org.filorosso.simulator.clv;

/**
 * Gauss' hypergeometric function by its series: Abramowitz, Stegun, Handbook of Mathematical Functions (1964), 15.1.1. The sum is
 * kept within what a number can hold by taking powers of ten out of it.
 */
final class Hypergeometric {
    private static final int MOST = 1_000_000;
    private static final double EPSILON = 1e-16;
    private static final double LARGE = 1e200;

    private Hypergeometric() {}

    /**
     * {@code e^power 2F1(a, b; c; z)}.
     *
     * @param power of e, so that the product may be of moderate size where the function is not
     * @param c neither 0 nor a negative whole number
     * @param z 0 to 1, exclusive
     */
    static double times(double power, double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double exponent = power;
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
        return Math.signum(sum) * Math.exp(Math.log(Math.abs(sum)) + exponent);
    }
}
