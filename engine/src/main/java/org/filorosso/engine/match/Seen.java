package org.filorosso.engine.match;

import java.util.BitSet;

/**
 * What goes through the rule network once per layer and decision: the customer, and where the matching rows are noted.
 *
 * <p>Carrying the answer along keeps the network itself without state, so that threads share it.
 */
public record Seen(Fact fact, BitSet rows) {

    /** Notes rows as matching. */
    void match(int[] matching) {
        for (int row : matching) {
            rows.set(row);
        }
    }
}
