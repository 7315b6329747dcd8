package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Candidate.Reason;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;

/** The rows that speak for an action, the most telling first: threads, terms honoured, weights, engagement, belief. */
final class Reasons {

    private final Deciding deciding;
    private final int action;
    private final List<Reason> reasons = new ArrayList<>(4);

    private Reasons(Deciding deciding, int action) {
        this.deciding = deciding;
        this.action = action;
    }

    static List<Reason> of(Deciding deciding, int action) {
        Reasons reasons = new Reasons(deciding, action);
        reasons.threads(Journey.Effect.NEXT);
        reasons.threads(Journey.Effect.BOOST);
        reasons.terms();
        Weights.matching(deciding, action).stream().map(Arbitration::row).forEach(reasons::add);
        reasons.engagement();
        reasons.belief();
        return reasons.reasons;
    }

    private void add(Row row) {
        reasons.add(new Reason(row.id(), row.source(), deciding.text(row.reason())));
    }

    private void threads(Journey.Effect effect) {
        for (Continuity.Thread thread : deciding.continuity.of(action, effect)) {
            Row row = thread.row();
            if (row == null) {
                reasons.add(new Reason(thread.rule(), "", deciding.continuity.reason(thread)));
            } else {
                add(row);
            }
        }
    }

    private void terms() {
        Coherence sameTerms = deciding.pricing.of(action).sameTerms();
        if (sameTerms != null) {
            add(sameTerms.row());
        }
    }

    /** The matching {@code only} rows, the most specific level first. */
    private void engagement() {
        for (Target.Level level : Target.Level.FROM_ACTION) {
            for (Engagement.Policy policy : Engagement.Policy.values()) {
                for (Engagement row :
                        deciding.blueprint.engagement.of(policy).byTarget.at(level, action)) {
                    if (row.only() && deciding.matches(row.row())) {
                        add(row.row());
                    }
                }
            }
        }
    }

    private void belief() {
        PropensityRow row = Beliefs.row(deciding, action);
        if (row != null) {
            add(row.row());
        }
    }
}
