package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;
import org.jspecify.annotations.Nullable;

/**
 * Says which constraints the network may find by an index instead of testing them.
 *
 * <p>The network takes a hit in an index for the truth and does not test again, so an index must agree with the test to
 * the last digit: constants and values are compared only within one Java type, and numbers, kept without trailing zeros,
 * are equal exactly when their decimals are.
 */
final class Indexing {

    /** Every slot has one index per Java type that its values may have. */
    private static final int KINDS = 4;

    private Indexing() {}

    /** The index of a constraint, or null when it has to be tested. */
    static @Nullable AlphaIndex<Seen, ?> of(CellConstraint constraint) {
        if (constraint.lenient() || !(constraint.test() instanceof Test.Compare compare)) {
            return null;
        }
        return compare.op() == Op.EQ ? equality(constraint.slot(), compare.constant()) : null;
    }

    private static @Nullable AlphaIndex<Seen, ?> equality(int slot, Object constant) {
        if (constant instanceof String text) {
            return index(String.class, slot, 0, text);
        }
        if (constant instanceof Boolean yes) {
            return index(Boolean.class, slot, 1, yes);
        }
        if (constant instanceof BigDecimal number) {
            // the network refuses to hash the type BigDecimal, because elsewhere 60 and 60.0 are two keys
            return index(Number.class, slot, 2, number);
        }
        return constant instanceof LocalDate date ? index(LocalDate.class, slot, 3, date) : null;
    }

    private static <T> AlphaIndex<Seen, T> index(Class<T> type, int slot, int kind, T constant) {
        return PatternDSL.alphaIndexedBy(
                type, ConstraintType.EQUAL, slot * KINDS + kind, seen -> value(type, seen, slot), constant);
    }

    private static <T> @Nullable T value(Class<T> type, Seen seen, int slot) {
        Object value = seen.fact().value(slot);
        return type.isInstance(value) ? type.cast(value) : null;
    }
}
