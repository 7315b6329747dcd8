package org.filorosso.engine.match;

import java.util.BitSet;
import org.drools.model.functions.Predicate1;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.playbook.Condition;

/**
 * One condition as the rule network evaluates it. Equal constraints are equal values, so that rows share one node.
 *
 * @param slot what the test is about; {@link #NO_SLOT} for a {@code when}
 * @param lenient true: unknown passes (the row has {@code if unknown} = {@code match})
 */
record CellConstraint(int slot, Test test, boolean lenient) implements Predicate1<Seen> {

    static final int NO_SLOT = -1;

    static CellConstraint of(Condition condition, boolean lenient) {
        return condition.test() instanceof Test.Holds holds
                ? of(holds.expr(), lenient)
                : new CellConstraint(condition.slot(), condition.test(), lenient);
    }

    /** An expression names its slots itself, so that the same one in a cell and in a {@code when} is one constraint. */
    static CellConstraint of(Expr when, boolean lenient) {
        return new CellConstraint(NO_SLOT, new Test.Holds(when), lenient);
    }

    @Override
    public boolean test(Seen seen) {
        return passes(truth(seen.fact()));
    }

    private Truth truth(Fact fact) {
        return slot == NO_SLOT
                ? test.test(null, Double.NaN, fact)
                : test.test(fact.value(slot), fact.number(slot), fact);
    }

    private boolean passes(Truth truth) {
        return truth == Truth.TRUE || (lenient && truth == Truth.UNKNOWN);
    }

    /** Whether it reads nothing of the customer. */
    boolean constant() {
        return slot == NO_SLOT && test.slots().isEmpty();
    }

    /** The answer of a {@linkplain #constant() constant}, the same for everybody. */
    boolean passesEverybody(FactLayout layout) {
        return test(new Seen(layout.fact(call -> null), new BitSet()));
    }
}
