package org.filorosso.engine.match;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Test;

/**
 * A condition made ready to be asked millions of times: numbers as doubles where that settles it, texts by their hash, one
 * class for all so that the call is direct. Whatever it cannot settle it leaves to {@link CellConstraint#passes}.
 */
final class Probe {

    private enum Kind {
        NUMBER,
        RANGE,
        SAME,
        ONE_OF,
        CONTAINS_ANY,
        OTHER
    }

    private final CellConstraint cell;
    private final Kind kind;
    private final int slot;
    /** Limits of {@link Kind#NUMBER} and {@link Kind#RANGE}; one limit is both. */
    private final double low;

    private final double high;
    /** Whether it passes strictly below {@link #low}, strictly between, and strictly above {@link #high}. */
    private final boolean below;

    private final boolean between;
    private final boolean above;
    private final Set<Object> members;

    Probe(CellConstraint cell) {
        this.cell = cell;
        this.slot = cell.slot();
        Test test = cell.test();
        Test.Compare low = test instanceof Test.Range range ? range.low() : limit(test);
        Test.Compare high = test instanceof Test.Range range ? range.high() : limit(test);
        this.low = low.number();
        this.high = high.number();
        this.below = low.op().holds(-1) && high.op().holds(-1);
        this.between = low.op().holds(1) && high.op().holds(-1);
        this.above = low.op().holds(1) && high.op().holds(1);
        this.members = members(test);
        this.kind = kind(test);
    }

    private static Test.Compare limit(Test test) {
        return test instanceof Test.Compare compare ? compare : Test.Compare.of(Op.EQ, BigDecimal.ZERO);
    }

    private static Set<Object> members(Test test) {
        if (test instanceof Test.OneOf oneOf) {
            return new HashSet<>(oneOf.constants());
        }
        if (test instanceof Test.ContainsAny any) {
            return new HashSet<>(any.texts());
        }
        return test instanceof Test.Compare compare ? Set.of(compare.constant()) : Set.of();
    }

    private static Kind kind(Test test) {
        if (test instanceof Test.Compare compare) {
            return kind(compare);
        }
        if (test instanceof Test.Range range) {
            return kind(range.low()) == Kind.NUMBER && kind(range.high()) == Kind.NUMBER ? Kind.RANGE : Kind.OTHER;
        }
        if (test instanceof Test.OneOf) {
            return Kind.ONE_OF;
        }
        return test instanceof Test.ContainsAny ? Kind.CONTAINS_ANY : Kind.OTHER;
    }

    private static Kind kind(Test.Compare compare) {
        if (compare.constant() instanceof BigDecimal) {
            return Kind.NUMBER;
        }
        boolean plain = compare.constant() instanceof String || compare.constant() instanceof Boolean;
        return plain && compare.op() == Op.EQ ? Kind.SAME : Kind.OTHER;
    }

    boolean passes(Fact fact) {
        return switch (kind) {
            case NUMBER, RANGE -> number(fact);
            case SAME, ONE_OF -> member(fact);
            case CONTAINS_ANY -> anyMember(fact);
            case OTHER -> cell.passes(fact);
        };
    }

    /** On a limit, and where the value is no number, doubles do not settle it. */
    private boolean number(Fact fact) {
        double value = fact.number(slot);
        if (value < low && value < high) {
            return below;
        }
        if (value > low && value > high) {
            return above;
        }
        return value > low && value < high ? between : cell.passes(fact);
    }

    private boolean member(Fact fact) {
        Object value = fact.value(slot);
        return value != null && members.contains(value) || cell.lenient() && cell.passes(fact);
    }

    private boolean anyMember(Fact fact) {
        if (!(fact.value(slot) instanceof List<?> list)) {
            return cell.passes(fact);
        }
        for (int i = 0; i < list.size(); i++) {
            if (members.contains(list.get(i))) {
                return true;
            }
        }
        return false;
    }
}
