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

    boolean passes(SharedConstraint constraint) {
        byte answer = known[constraint.number()];
        if (answer == 0) {
            answer = constraint.cell().passes(fact) ? PASSES : FAILS;
            known[constraint.number()] = answer;
        }
        return answer == PASSES;
    }

    /** The same by number, so that nothing else is touched where the answer is known. */
    boolean passes(int number, SharedConstraint[] constraints) {
        byte answer = known[number];
        return answer == 0 ? passes(constraints[number]) : answer == PASSES;
    }

    void match(int row) {
        rows.set(row);
    }
}
