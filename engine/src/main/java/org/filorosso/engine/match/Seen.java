package org.filorosso.engine.match;

import java.util.BitSet;

/**
 * What goes through the rule network once per layer and decision: the customer, what is already known of the conditions,
 * and where the matching rows are noted.
 *
 * <p>Carrying all this along keeps the network itself without state, so that threads share it. A condition that stands in
 * many rows is evaluated once.
 */
public final class Seen {

    private static final byte PASSES = 1;
    private static final byte FAILS = 2;

    private final Fact fact;
    private final BitSet rows;
    private final byte[] known;

    /** @param constraints how many different conditions the layer has */
    Seen(Fact fact, BitSet rows, int constraints) {
        this.fact = fact;
        this.rows = rows;
        this.known = new byte[constraints];
    }

    Fact fact() {
        return fact;
    }

    boolean passes(int number, Probe probe) {
        byte answer = known[number];
        return answer == 0 ? ask(number, probe) : answer == PASSES;
    }

    /** The same where the probe need not even be fetched if the answer is known. */
    boolean passes(int number, Probe[] probes) {
        byte answer = known[number];
        return answer == 0 ? ask(number, probes[number]) : answer == PASSES;
    }

    private boolean ask(int number, Probe probe) {
        boolean passes = probe.passes(fact);
        known[number] = passes ? PASSES : FAILS;
        return passes;
    }

    void match(int row) {
        rows.set(row);
    }
}
