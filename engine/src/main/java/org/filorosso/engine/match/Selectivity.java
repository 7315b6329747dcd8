package org.filorosso.engine.match;

import java.util.Set;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Test;

/**
 * Guesses which conditions drop most customers with least work, from their form and from the allowed values of the
 * attribute. A wrong guess costs time and changes no result.
 */
final class Selectivity {

    /** Share of customers that have a given text or number where nothing says how many values there are. */
    private static final double ONE_OF_MANY = 0.1;

    private static final double HALF = 0.5;
    private static final double ORDER = 0.4;
    private static final double RANGE = 0.25;
    private static final double PRESENT = 0.9;

    private final Names names;

    Selectivity(Names names) {
        this.names = names;
    }

    /** The smaller, the earlier it is worth testing: share of customers let through, then expressions after cells. */
    double rank(CellConstraint constraint) {
        double share = share(constraint.slot(), constraint.test());
        double lenient = constraint.lenient() ? share + (1 - share) * (1 - PRESENT) : share;
        return constraint.slot() == CellConstraint.NO_SLOT ? 1 + lenient : lenient;
    }

    private double share(int slot, Test test) {
        if (test instanceof Test.Compare compare) {
            return compared(slot, compare);
        }
        if (test instanceof Test.OneOf oneOf) {
            return Math.min(1, oneOf.constants().size() * one(slot));
        }
        if (test instanceof Test.ContainsAny any) {
            return 1 - Math.pow(1 - one(slot), any.texts().size());
        }
        return combined(slot, test);
    }

    private double combined(int slot, Test test) {
        if (test instanceof Test.Not not) {
            return 1 - share(slot, not.test());
        }
        if (test instanceof Test.AnyOf any) {
            return 1 - any.tests().stream().mapToDouble(t -> 1 - share(slot, t)).reduce(1, (a, b) -> a * b);
        }
        if (test instanceof Test.Missing missing) {
            return missing.negated() ? PRESENT : 1 - PRESENT;
        }
        return test instanceof Test.Range ? RANGE : HALF;
    }

    private double compared(int slot, Test.Compare compare) {
        double one = compare.constant() instanceof Boolean ? HALF : one(slot);
        if (compare.op() == Op.EQ) {
            return one;
        }
        return compare.op() == Op.NE ? 1 - one : ORDER;
    }

    /** Share of customers with one given value. */
    private double one(int slot) {
        Set<String> allowed = allowed(names.slot(slot));
        return allowed.isEmpty() ? ONE_OF_MANY : 1.0 / allowed.size();
    }

    private static Set<String> allowed(Slot slot) {
        return slot instanceof Slot.Named named ? named.allowed() : Set.of();
    }
}
