package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.filorosso.engine.decide.Candidate.Near;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.match.RowVerdict;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** One engagement policy: levels from the top; a {@code never} row drops, a level with {@code only} rows needs one. */
class EngagementStage implements Stage {

    private static final int MOST_NEAR = 3;

    private final StageCode code;
    private final Engagement.Policy policy;

    EngagementStage(StageCode code, Engagement.Policy policy) {
        this.code = code;
        this.policy = policy;
    }

    @Override
    public StageCode code() {
        return code;
    }

    @Override
    public void refuse(Deciding deciding) {
        deciding.engagement.refuse(policy, deciding.candidates);
    }

    @Override
    public Why why(Deciding deciding, int action) {
        for (Target.Level level : Target.Level.FROM_TOP) {
            Why why = at(deciding, level, action);
            if (why != null) {
                return why;
            }
        }
        throw new IllegalStateException("A refused action must have a row against it");
    }

    private @Nullable Why at(Deciding deciding, Target.Level level, int action) {
        List<Engagement> rows =
                deciding.blueprint.engagement.of(policy).byTarget.at(level, action);
        if (rows.isEmpty()) {
            return null;
        }
        List<Engagement> only = new ArrayList<>(rows.size());
        boolean welcome = false;
        for (int i = rows.size() - 1; i >= 0; i--) {
            Engagement row = rows.get(i);
            if (!row.row().dates().contain(deciding.now)) {
                continue;
            }
            if (row.only()) {
                only.add(row);
                welcome |= deciding.matches(row.row());
            } else if (deciding.matches(row.row())) {
                return matched(deciding, row);
            }
        }
        return only.isEmpty() || welcome ? null : closest(deciding, only);
    }

    private static Why matched(Deciding deciding, Engagement row) {
        return Failures.matched(deciding, row.row());
    }

    /** The {@code only} row that came closest, and the others. */
    private static Why closest(Deciding deciding, List<Engagement> only) {
        if (only.size() == 1) {
            Row row = only.get(0).row();
            return Failures.failed(deciding, row, deciding.blueprint.plain.failure(row, deciding.fact), List.of());
        }
        List<Tried> tried = new ArrayList<>(only.size());
        for (Engagement row : only) {
            tried.add(new Tried(row, deciding.blueprint.plain.verdict(row.row(), deciding.fact)));
        }
        tried.sort(Comparator.comparingInt(one -> one.verdict().failures()));
        Tried first = tried.get(0);
        List<Near> near = tried.stream()
                .skip(1)
                .limit(MOST_NEAR)
                .map(one -> new Near(one.row().row().id(), one.verdict().failures()))
                .toList();
        return Failures.failed(deciding, first.row().row(), first.verdict(), near);
    }

    private record Tried(Engagement row, RowVerdict verdict) {}
}
