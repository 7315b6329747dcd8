package org.filorosso.simulator.clv;

import java.util.Collection;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * The Pareto/NBD model: customers buy at a rate of their own, and may leave at any time, also before they ever buy again.
 *
 * <p>Schmittlein, Morrison, Colombo, Counting your customers, Management Science 33 (1987) 1-24; in the form of Fader, Hardie, A
 * note on deriving the Pareto/NBD model and related expressions, note 009 of brucehardie.com (2005): its likelihood, probability to be alive
 * and conditional expectation.
 *
 * @param r shape of purchase rates between customers, above 0
 * @param alpha scale of purchase rates, in units of time
 * @param s shape of rates to leave, above 0
 * @param beta scale of rates to leave, in units of time
 * @param logLikelihood of the customers that the model was fitted to; NaN of given parameters
 * @param settled whether the likelihood has a greatest value; if not, a parameter is as far out as the search goes
 */
public record ParetoNbd(double r, double alpha, double s, double beta, double logLikelihood, boolean settled)
        implements PurchaseModel {
    // s = 1 is a removable hole of the expectation
    private static final double HOLE = 1e-6;
    private static final double DIFFERENCE = 1e-5;

    /** A model of given parameters. */
    public static ParetoNbd of(double r, double alpha, double s, double beta) {
        return new ParetoNbd(r, alpha, s, beta, Double.NaN, true);
    }

    /** The model of greatest likelihood. */
    public static ParetoNbd fit(Collection<Buyer> buyers) {
        double scale = buyers.stream().mapToDouble(Buyer::age).average().orElse(1);
        List<Alike> alike = Alike.of(buyers);
        Fit fit = Fit.of((parameters, gradient) -> likelihood(alike, parameters, gradient), 1, scale, 1, scale);
        return new ParetoNbd(
                fit.parameter(0),
                fit.parameter(1),
                fit.parameter(2),
                fit.parameter(3),
                fit.logLikelihood(),
                !fit.endless());
    }

    private static double likelihood(List<Alike> alike, double[] parameters, double... gradient) {
        for (int i = 0; i < gradient.length; i++) {
            double[] up = parameters.clone();
            double[] down = parameters.clone();
            up[i] *= 1 + DIFFERENCE;
            down[i] *= 1 - DIFFERENCE;
            gradient[i] = (likelihood(alike, up) - likelihood(alike, down)) / (up[i] - down[i]);
        }
        return likelihood(alike, parameters);
    }

    private static double likelihood(List<Alike> alike, double... parameters) {
        ParetoNbd model = of(parameters[0], parameters[1], parameters[2], parameters[3]);
        double sum = 0;
        for (Alike same : alike) {
            sum += same.customers() * model.logLikelihood(same.buyer());
        }
        return sum;
    }

    private double logLikelihood(Buyer buyer) {
        double x = buyer.repeats();
        double odds = logOdds(buyer);
        return Gamma.logGamma(r + x)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + alone(buyer)
                // ln(1 + e^odds), which must not overflow
                + Math.max(0, odds)
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** The logarithm of the likelihood's part of who is alive. */
    private double alone(Buyer buyer) {
        return -(r + buyer.repeats()) * Math.log(alpha + buyer.age()) - s * Math.log(beta + buyer.age());
    }

    /** The logarithm of the odds to have left: of the likelihood's second part over its first. */
    private double logOdds(Buyer buyer) {
        double x = buyer.repeats();
        double early = part(buyer.recency(), x);
        double late = part(buyer.age(), x);
        return Math.log(s / (r + s + x)) - alone(buyer) + early + Math.log(-Math.expm1(Math.min(0, late - early)));
    }

    private double part(double time, double x) {
        double all = r + s + x;
        double larger = Math.max(alpha, beta) + time;
        double z = Math.abs(alpha - beta) / larger;
        return Hypergeometric.log(all, alpha >= beta ? s + 1 : r + x, all + 1, z) - all * Math.log(larger);
    }

    @Override
    public double alive(Buyer buyer) {
        return 1 / (1 + Math.exp(logOdds(buyer)));
    }

    @Override
    public double expected(Buyer buyer, double time) {
        double shape = Math.abs(s - 1) < HOLE ? 1 + HOLE : s;
        double until = beta + buyer.age();
        double left = -Math.expm1((shape - 1) * Math.log(until / (until + time))) * until / (shape - 1);
        return alive(buyer) * (r + buyer.repeats()) / (alpha + buyer.age()) * left;
    }
}
