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
        ConstraintType type = typeOf(compare.op());
        return type == null ? null : index(type, constraint.slot(), compare.constant());
    }

    private static @Nullable ConstraintType typeOf(Op op) {
        return switch (op) {
            case EQ -> ConstraintType.EQUAL;
            case LT -> ConstraintType.LESS_THAN;
            case LE -> ConstraintType.LESS_OR_EQUAL;
            case GT -> ConstraintType.GREATER_THAN;
            case GE -> ConstraintType.GREATER_OR_EQUAL;
            case NE -> null;
        };
    }

    private static @Nullable AlphaIndex<Seen, ?> index(ConstraintType type, int slot, Object constant) {
        if (constant instanceof String text) {
            return index(String.class, type, slot, 0, text);
        }
        if (constant instanceof BigDecimal number) {
            // the network refuses to hash the type BigDecimal, because elsewhere 60 and 60.0 are two keys
            return index(Number.class, type, slot, 1, number);
        }
        if (constant instanceof LocalDate date) {
            return index(LocalDate.class, type, slot, 2, date);
        }
        return constant instanceof Boolean yes && type == ConstraintType.EQUAL
                ? index(Boolean.class, type, slot, 3, yes)
                : null;
    }

    private static <T> AlphaIndex<Seen, T> index(Class<T> kind, ConstraintType type, int slot, int number, T constant) {
        return PatternDSL.alphaIndexedBy(kind, type, slot * KINDS + number, seen -> value(kind, seen, slot), constant);
    }

    private static <T> @Nullable T value(Class<T> kind, Seen seen, int slot) {
        Object value = seen.fact().value(slot);
        return kind.isInstance(value) ? kind.cast(value) : null;
    }
}
