package org.filorosso.engine.match;

import org.drools.model.functions.Predicate1;

/**
 * A condition of a layer as the rule network holds it, one object however many rows have it.
 *
 * @param number from 0, dense in the layer
 */
record SharedConstraint(int number, CellConstraint cell, Probe probe) implements Predicate1<Seen> {

    @Override
    public boolean test(Seen seen) {
        return seen.passes(number);
    }

    /** Equal ids let the network share a node. */
    String id() {
        return "c" + number;
    }
}
