package org.filorosso.engine.match;

import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.feel.Test;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.playbook.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One condition with what the row does about unknown. Equal conditions are equal values.
 *
 * @param slot what the test is about; {@link #NO_SLOT} for an expression, which names its slots itself
 * @param lenient true: unknown passes (the row has {@code if unknown} = {@code match})
 */
record CellConstraint(int slot, Test test, boolean lenient) {

    static final int NO_SLOT = -1;

    private static final Reading NO_OTHERS = new Reading() {
        @Override
        public @Nullable Object value(int slot) {
            throw new IllegalStateException("The test reads another slot, " + slot);
        }

        @Override
        public double number(int slot) {
            throw new IllegalStateException("The test reads another slot, " + slot);
        }
    };

    static CellConstraint of(Condition condition, boolean lenient) {
        return condition.test() instanceof Test.Holds holds
                ? of(holds.expr(), lenient)
                : new CellConstraint(condition.slot(), condition.test(), lenient);
    }

    /** The same expression in a cell and in a {@code when} is one constraint. */
    static CellConstraint of(Expr when, boolean lenient) {
        return new CellConstraint(NO_SLOT, new Test.Holds(when), lenient);
    }

    boolean passes(Fact fact) {
        Truth truth = slot == NO_SLOT
                ? test.test(null, Double.NaN, fact)
                : test.test(fact.value(slot), fact.number(slot), fact);
        return truth == Truth.TRUE || (lenient && truth == Truth.UNKNOWN);
    }

    /** The same where the value alone settles it. */
    boolean passes(@Nullable Object value, double number) {
        Truth truth = test.test(value, number, NO_OTHERS);
        return truth == Truth.TRUE || (lenient && truth == Truth.UNKNOWN);
    }

    /** Whether it reads nothing of the customer. */
    boolean constant() {
        return slot == NO_SLOT && test.slots().isEmpty();
    }
}
