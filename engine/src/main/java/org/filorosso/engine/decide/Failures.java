package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Candidate.FailedTest;
import org.filorosso.engine.decide.Candidate.Near;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Slot;
import org.filorosso.engine.feel.Truth;
import org.filorosso.engine.match.RowVerdict;
import org.filorosso.engine.playbook.Condition;
import org.filorosso.engine.playbook.Row;
import org.jspecify.annotations.Nullable;

/** Puts into words which cell of a row decided, and with which value. */
final class Failures {

    private Failures() {}

    /** A row that dropped by matching; its first condition shows the value, and unknown if that is why it matched. */
    static Why matched(Deciding deciding, Row row) {
        RowVerdict verdict = deciding.blueprint.plain.verdict(row, deciding.fact);
        if (verdict.truth() == Truth.UNKNOWN) {
            return failed(deciding, row, verdict, List.of());
        }
        FailedTest test = row.conditions().isEmpty()
                ? null
                : cell(deciding, row.conditions().get(0), false, null);
        return new Why(row.id(), row.source(), deciding.text(row.reason()), test, List.of(), null);
    }

    /** A row that should have matched and did not. */
    static Why failed(Deciding deciding, Row row, RowVerdict verdict, List<Near> near) {
        boolean unknown = verdict.truth() == Truth.UNKNOWN;
        String missing = unknown ? name(deciding, verdict.missingSlot()) : null;
        FailedTest test = verdict.failed() >= 0
                ? cell(deciding, row.conditions().get(verdict.failed()), unknown, missing)
                : when(row, unknown, missing);
        return new Why(row.id(), row.source(), deciding.text(row.reason()), test, near, null);
    }

    private static FailedTest cell(Deciding deciding, Condition condition, boolean unknown, @Nullable String missing) {
        return new FailedTest(
                condition.column(), condition.text(), deciding.fact.value(condition.slot()), unknown, missing);
    }

    private static @Nullable FailedTest when(Row row, boolean unknown, @Nullable String missing) {
        Expr when = row.when();
        return when == null ? null : new FailedTest("when", when.text(), unknown ? null : false, unknown, missing);
    }

    private static @Nullable String name(Deciding deciding, int slot) {
        if (slot < 0) {
            return null;
        }
        Slot kind = deciding.playbook().names().slot(slot);
        if (kind instanceof Slot.Named named) {
            return named.name();
        }
        return kind instanceof Slot.Counted counted
                ? counted.call().text()
                : ((Slot.Computed) kind).expr().text();
    }
}
