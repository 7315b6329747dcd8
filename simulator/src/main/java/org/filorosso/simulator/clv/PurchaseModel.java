package org.filorosso.simulator.clv;

/** A model of when customers buy and when they leave, in units of time. */
public sealed interface PurchaseModel permits BgNbd, ParetoNbd {

    /** The probability that the customer has not left, 0..1. */
    double alive(Buyer buyer);

    /**
     * Purchases expected of a customer in the next units of time, at least 0.
     *
     * @param time at least 0
     */
    double expected(Buyer buyer, double time);

    /** Of the customers that the model was fitted to; NaN of given parameters. */
    double logLikelihood();

    /** Whether the likelihood has a greatest value; if not, a parameter is as far out as the search goes. */
    boolean settled();
}
