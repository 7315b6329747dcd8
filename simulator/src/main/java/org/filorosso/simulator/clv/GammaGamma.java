package org.filorosso.simulator.clv;

import java.util.Collection;
import java.util.List;

/**
 * The Gamma-Gamma model of how much customers spend in a purchase, whatever how often they buy.
 *
 * <p>Fader, Hardie, The Gamma-Gamma model of monetary value, note 025 of brucehardie.com (2013), equations 1a and 5; from
 * Colombo, Jiang, A stochastic RFM model, Journal of Interactive Marketing 13 (1999).
 *
 * @param p shape of the values of a customer's purchases
 * @param q shape of customers' means, above 1 for them to have a mean
 * @param v scale, in the currency
 * @param logLikelihood of the customers that the model was fitted to; NaN of given parameters
 * @param settled whether the likelihood has a greatest value; if not, a parameter is as far out as the search goes
 */
public record GammaGamma(double p, double q, double v, double logLikelihood, boolean settled) {

    /** The model of greatest likelihood; customers without repeats or with values of 0 and less say nothing. */
    public static GammaGamma fit(Collection<Buyer> buyers) {
        List<Buyer> telling = buyers.stream().filter(GammaGamma::tells).toList();
        double scale = telling.stream().mapToDouble(Buyer::value).average().orElse(1);
        Fit fit = Fit.of(GammaGammaLikelihood.of(telling), 1, 2, scale);
        return new GammaGamma(
                fit.parameter(0), fit.parameter(1), fit.parameter(2), fit.logLikelihood(), !fit.endless());
    }

    /** Whether a customer says something about values. */
    public static boolean tells(Buyer buyer) {
        return buyer.repeats() > 0 && buyer.value() > 0;
    }

    /** The mean value of a customer's purchases, shrunk towards that of all: equation 5. */
    public double expected(Buyer buyer) {
        double x = tells(buyer) ? buyer.repeats() : 0;
        double m = x > 0 ? buyer.value() : 0;
        return p * (v + x * m) / (p * x + q - 1);
    }
}
