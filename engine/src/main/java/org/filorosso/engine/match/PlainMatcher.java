package org.filorosso.engine.match;

import java.util.BitSet;
import java.util.List;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Row;

/**
 * Matches row by row and condition by condition, as the specification reads: it explains, and it is the oracle that the
 * matcher on Drools is held against.
 */
public final class PlainMatcher implements Matcher {

    private final List<Layers.Layer> layers;
    private final Gaps gaps;

    private PlainMatcher(List<Layers.Layer> layers, Gaps gaps) {
        this.layers = layers;
        this.gaps = gaps;
    }

    public static PlainMatcher of(Playbook playbook) {
        return new PlainMatcher(Layers.of(playbook).layers(), Gaps.of(playbook));
    }

    @Override
    public void match(int layer, Fact fact, BitSet rows) {
        for (Row row : layers.get(layer).rows()) {
            if (matches(row, fact)) {
                rows.set(row.index());
            }
        }
    }

    /** Whether the row matches, its dates aside. */
    public boolean matches(Row row, Fact fact) {
        Truth least = row.whenUnknown() ? Truth.UNKNOWN : Truth.TRUE;
        for (Condition condition : row.conditions()) {
            if (truth(condition, fact).compareTo(least) < 0) {
                return false;
            }
        }
        Expr when = row.when();
        return when == null || when.truth(fact).compareTo(least) >= 0;
    }

    /** What one condition cell says of a customer. */
    public static Truth truth(Condition condition, Fact fact) {
        return condition.test().test(fact.value(condition.slot()), fact.number(condition.slot()), fact);
    }

    /** Why the row matches or not, its dates aside. */
    public RowVerdict verdict(Row row, Fact fact) {
        Tally tally = new Tally();
        for (int i = 0; i < row.conditions().size(); i++) {
            tally.add(i, truth(row.conditions().get(i), fact));
        }
        Expr when = row.when();
        if (when != null) {
            tally.add(RowVerdict.WHEN, when.truth(fact));
        }
        return new RowVerdict(tally.truth, tally.failed, tally.failures, missing(row, tally, fact));
    }

    /**
     * The same, but only as far as the first condition that is false: its {@link RowVerdict#failures()} are those seen so
     * far. For a row with nothing to compare it with.
     */
    public RowVerdict failure(Row row, Fact fact) {
        for (int i = 0; i < row.conditions().size(); i++) {
            if (truth(row.conditions().get(i), fact) == Truth.FALSE) {
                return new RowVerdict(Truth.FALSE, i, 1, RowVerdict.NONE);
            }
        }
        return verdict(row, fact);
    }

    private int missing(Row row, Tally tally, Fact fact) {
        if (tally.truth != Truth.UNKNOWN) {
            return RowVerdict.NONE;
        }
        Expr when = row.when();
        return tally.failed == RowVerdict.WHEN && when != null
                ? gaps.of(when, fact)
                : gaps.of(row.conditions().get(tally.failed), fact);
    }

    /** Counts what is not true; the first false condition counts more than an unknown one before it. */
    private static final class Tally {
        private Truth truth = Truth.TRUE;
        private int failed = RowVerdict.NONE;
        private int failures;

        void add(int condition, Truth one) {
            if (one != Truth.TRUE) {
                failures++;
            }
            if (one.compareTo(truth) < 0) {
                truth = one;
                failed = condition;
            }
        }
    }
}
