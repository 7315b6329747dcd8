package org.filorosso.simulator.clv;

import java.util.Collection;
import org.hipparchus.special.Gamma;

/**
 * The BG/NBD model of when customers buy and when they leave.
 *
 * <p>Fader, Hardie, Lee, "Counting your customers" the easy way: an alternative to the Pareto/NBD model, Marketing Science 24 (2005)
 * 275-284; equations are those of the paper. Its hypergeometric functions are taken as they are, or through Euler's transformation
 * (Abramowitz, Stegun 15.3.3), which keeps them small for customers with many purchases.
 *
 * @param r shape of purchase rates between customers, above 0
 * @param alpha scale of purchase rates, in units of time
 * @param a of the chance to leave after a purchase, Beta(a, b)
 * @param b of the same
 * @param logLikelihood of the customers that the model was fitted to; NaN of given parameters
 * @param settled whether the likelihood has a greatest value; if not, a parameter is as far out as the search goes
 */
public record BgNbd(double r, double alpha, double a, double b, double logLikelihood, boolean settled)
        implements PurchaseModel {
    // a = 1 is a removable hole of equations 9 and 10
    private static final double HOLE = 1e-6;

    /** A model of given parameters. */
    public static BgNbd of(double r, double alpha, double a, double b) {
        return new BgNbd(r, alpha, a, b, Double.NaN, true);
    }

    /** The model of greatest likelihood. */
    public static BgNbd fit(Collection<Buyer> buyers) {
        double scale = buyers.stream().mapToDouble(Buyer::age).average().orElse(1);
        Fit fit = Fit.of(BgNbdLikelihood.of(buyers), 1, scale, 1, 1);
        return new BgNbd(
                fit.parameter(0),
                fit.parameter(1),
                fit.parameter(2),
                fit.parameter(3),
                fit.logLikelihood(),
                !fit.endless());
    }

    /** ln B(a, b + x) - ln B(a, b). */
    private double logBetas(double x) {
        return Gamma.logGamma(b + x) - Gamma.logGamma(b) + Gamma.logGamma(a + b) - Gamma.logGamma(a + b + x);
    }

    /** The probability that the customer has not left, 0..1; 1 without repeats, for who never bought again cannot have left. */
    @Override
    public double alive(Buyer buyer) {
        return 1 / (1 + odds(buyer));
    }

    /** The odds to have left: the denominator of equation 10 less one. */
    private double odds(Buyer buyer) {
        double x = buyer.repeats();
        if (x == 0) {
            return 0;
        }
        return a / (b + x - 1) * Math.pow((alpha + buyer.age()) / (alpha + buyer.recency()), r + x);
    }

    /** Purchases expected of a customer in the next units of time: equation 10. */
    @Override
    public double expected(Buyer buyer, double time) {
        return purchases(buyer.repeats(), alpha + buyer.age(), time) / (1 + odds(buyer));
    }

    /** Purchases expected of somebody new within units of time: equation 9. */
    public double expected(double time) {
        return purchases(0, alpha, time);
    }

    private double purchases(double x, double from, double time) {
        double shape = Math.abs(a - 1) < HOLE ? 1 + HOLE : a;
        double whole = shape + b + x - 1;
        double z = time / (from + time);
        double near = Math.log1p(-z);
        // of the two forms the one with fewer large terms
        double none = (r + x) * (b + x) <= Math.abs((shape + b - r - 1) * (shape - 1))
                ? Hypergeometric.times((r + x) * near, r + x, b + x, whole, z)
                : Hypergeometric.times((shape - 1) * near, shape + b - r - 1, shape - 1, whole, z);
        return whole / (shape - 1) * (1 - none);
    }

    /** The probability of a number of purchases within units of time: equation 8. */
    public double probability(int purchases, double time) {
        double z = time / (alpha + time);
        double none = Math.pow(1 - z, r);
        double term = 1;
        double fewer = 0;
        for (int j = 0; j < purchases; j++) {
            fewer += term;
            term *= (r + j) / (j + 1) * z;
        }
        double staying = Math.exp(logBetas(purchases)) * term * none;
        if (purchases == 0) {
            return staying;
        }
        // B(a + 1, b + x - 1) / B(a, b) from B(a, b + x) / B(a, b)
        double leaving = Math.exp(logBetas(purchases)) * a / (b + purchases - 1);
        return staying + leaving * (1 - none * fewer);
    }
}
