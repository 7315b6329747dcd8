package org.filorosso.engine.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.feel.Op;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Test;

/**
 * Guesses which conditions drop most customers with least work. What is known of an attribute is its allowed values and
 * the limits that rules compare it with: rules that tell customers apart have their limits where the customers are, so
 * half of the customers are taken to be beyond the middle limit. A wrong guess costs time and changes no result.
 */
final class Selectivity {

    /** Share of customers that have a given value where nothing says how many values there are. */
    private static final double ONE_OF_MANY = 0.1;

    private static final double HALF = 0.5;
    private static final double PRESENT = 0.9;

    private final Names names;
    private final Map<Integer, TreeSet<Double>> limits = new HashMap<>();

    /** @param constraints all that compare with each other */
    Selectivity(Names names, Collection<CellConstraint> constraints) {
        this.names = names;
        constraints.forEach(constraint -> collect(constraint.slot(), constraint.test()));
    }

    private void collect(int slot, Test test) {
        if (test instanceof Test.Range range) {
            collect(slot, range.low());
            collect(slot, range.high());
        } else if (test instanceof Test.Compare compare && compare.op().ordering()) {
            limits.computeIfAbsent(slot, key -> new TreeSet<>()).add(position(compare));
        }
    }

    private static double position(Test.Compare limit) {
        return limit.constant() instanceof LocalDate date ? date.toEpochDay() : limit.number();
    }

    /** The smaller, the earlier it is worth testing: share of customers let through, then expressions after cells. */
    double rank(CellConstraint constraint) {
        double share = share(constraint.slot(), constraint.test());
        double lenient = constraint.lenient() ? share + (1 - share) * (1 - PRESENT) : share;
        return constraint.slot() == CellConstraint.NO_SLOT ? 1 + lenient : lenient;
    }

    private double share(int slot, Test test) {
        if (test instanceof Test.Compare compare) {
            return compare.op().ordering() ? ordered(slot, compare) : same(slot, compare);
        }
        if (test instanceof Test.Range range) {
            return Math.max(0, ordered(slot, range.low()) + ordered(slot, range.high()) - 1);
        }
        if (test instanceof Test.OneOf oneOf) {
            return Math.min(1, oneOf.constants().size() * one(slot));
        }
        return combined(slot, test);
    }

    private double combined(int slot, Test test) {
        if (test instanceof Test.ContainsAny any) {
            return 1 - Math.pow(1 - one(slot), any.texts().size());
        }
        if (test instanceof Test.Not not) {
            return 1 - share(slot, not.test());
        }
        if (test instanceof Test.AnyOf any) {
            return 1 - any.tests().stream().mapToDouble(t -> 1 - share(slot, t)).reduce(1, (a, b) -> a * b);
        }
        if (test instanceof Test.Missing missing) {
            return missing.negated() ? PRESENT : 1 - PRESENT;
        }
        return HALF;
    }

    private double same(int slot, Test.Compare compare) {
        double one = compare.constant() instanceof Boolean ? HALF : one(slot);
        return compare.op() == Op.EQ ? one : 1 - one;
    }

    /** Share of customers with one given value. */
    private double one(int slot) {
        return slot >= 0
                        && names.slot(slot) instanceof Slot.Named named
                        && !named.allowed().isEmpty()
                ? 1.0 / named.allowed().size()
                : ONE_OF_MANY;
    }

    private double ordered(int slot, Test.Compare limit) {
        Set<Double> below = limits.getOrDefault(slot, new TreeSet<>()).headSet(position(limit));
        int all = limits.getOrDefault(slot, new TreeSet<>()).size();
        double under = (below.size() + HALF) / Math.max(1, all);
        return limit.op() == Op.LT || limit.op() == Op.LE ? under : 1 - under;
    }
}
