package org.filorosso.simulator.clv;

import org.jspecify.annotations.Nullable;

/**
 * The value of what a customer will buy, discounted: purchases of each step at their expected value.
 *
 * <p>Fader, Hardie, Lee, RFM and CLV: using iso-value curves for customer base analysis, Journal of Marketing Research 42 (2005)
 * 415-430, with a horizon instead of infinity.
 *
 * @param spend null where nothing is known of values: then a purchase is worth 1
 */
public record LifetimeValue(
        PurchaseModel purchases, @Nullable GammaGamma spend) {

    /** The expected value of a purchase. */
    public double ofPurchase(Buyer buyer) {
        return spend == null ? 1 : spend.expected(buyer);
    }

    /**
     * The discounted value.
     *
     * @param horizon units of time to look ahead
     * @param step units of time between discounts; a last shorter step is discounted as what it is of one
     * @param discount of one step, 0.01 is 1%
     */
    public double of(Buyer buyer, double horizon, double step, double discount) {
        double sum = 0;
        double before = 0;
        int steps = (int) Math.ceil(horizon / step - 1e-9);
        for (int i = 1; i <= steps; i++) {
            double end = Math.min(horizon, i * step);
            double until = purchases.expected(buyer, end);
            sum += (until - before) / Math.pow(1 + discount, end / step);
            before = until;
        }
        return sum * ofPurchase(buyer);
    }
}
