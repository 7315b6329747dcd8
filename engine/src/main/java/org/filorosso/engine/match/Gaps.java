package org.filorosso.engine.match;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Finds the value that was missing where a condition is unknown, under headers and derived attributes. */
final class Gaps {

    private final FactLayout layout;

    private Gaps(FactLayout layout) {
        this.layout = layout;
    }

    static Gaps of(Playbook playbook) {
        return new Gaps(FactLayout.of(playbook));
    }

    int of(Condition condition, Fact fact) {
        int under = under(condition.slot(), fact, new TreeSet<>());
        return under != RowVerdict.NONE ? under : first(condition.test().slots(), fact, new TreeSet<>());
    }

    int of(Expr when, Fact fact) {
        return first(when.slots(), fact, new TreeSet<>());
    }

    private int first(Collection<Integer> slots, Fact fact, Set<Integer> seen) {
        for (int slot : slots) {
            int under = under(slot, fact, seen);
            if (under != RowVerdict.NONE) {
                return under;
            }
        }
        return RowVerdict.NONE;
    }

    /** A slot with a value lacks nothing; a computed one without a value lacks what its formula lacks, else itself. */
    private int under(int slot, Fact fact, Set<Integer> seen) {
        if (fact.value(slot) != null || !seen.add(slot)) {
            return RowVerdict.NONE;
        }
        @Nullable Expr formula = layout.formula(slot);
        int deeper = first(formula == null ? List.of() : formula.slots(), fact, seen);
        return deeper == RowVerdict.NONE ? slot : deeper;
    }
}
