package org.filorosso.simulator.review.price;

import java.util.BitSet;
import java.util.List;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.simulator.run.Decided;

/**
 * For whom a rule might matter. Says no only where the answer cannot differ without the rule; in doubt the customer is
 * decided again.
 */
@FunctionalInterface
interface Doubt {

    /**
     * @param matched the rows the customer matches
     * @param decided his decision, with a summary of why candidates went
     */
    boolean about(BitSet matched, Decided decided);

    /**
     * A {@code never} row matters when it matches and somebody went at its stage. An {@code only} row that does not match
     * matters when somebody went at its stage; one that matches, when another one of its level might then stand alone.
     */
    static Doubt of(Playbook playbook, Engagement row) {
        Target target = row.target();
        StageCode stage = StageCode.valueOf(row.policy().name());
        boolean others = playbook.tables().engagement().stream()
                .anyMatch(one -> one != row
                        && one.only()
                        && one.policy() == row.policy()
                        && one.target().level() == target.level()
                        && one.target().actions().intersects(target.actions()));
        return (matched, decided) -> {
            boolean matches = matched.get(row.row().index());
            if (row.only() && matches) {
                return others;
            }
            return row.only() != matches && dropped(playbook, decided, stage, target.actions());
        };
    }

    /** A row that only drops at one stage matters when it matches and somebody of its target went there. */
    static Doubt dropping(Playbook playbook, int row, StageCode stage, ActionSet target) {
        return (matched, decided) -> matched.get(row) && dropped(playbook, decided, stage, target);
    }

    /** What must not stand together goes at placement; what quotes promise shows in the price only. */
    static Doubt of(Playbook playbook, Coherence row) {
        int index = row.row().index();
        return switch (row.kind()) {
            case NOT_AFTER, REQUIRES, SERVICE_FIRST ->
                dropping(playbook, index, StageCode.COHERENCE, row.target().actions());
            case NEVER_TOGETHER ->
                (matched, decided) -> matched.get(index)
                        && decided.decision().candidates().stream()
                                .anyMatch(one -> one.stage() == StageCode.PLACEMENT && !one.offered());
            case SAME_TERMS ->
                (matched, decided) ->
                        matched.get(index) && !decided.state().quotes().isEmpty();
        };
    }

    /** A journey needs a past. */
    static Doubt journey(int row) {
        return (matched, decided) ->
                matched.get(row) && !decided.subject().past().isEmpty();
    }

    /** A weight matters when it matches and somebody of its target came to arbitration. */
    static Doubt weighing(Playbook playbook, int row, ActionSet target) {
        return (matched, decided) -> matched.get(row)
                && decided.decision().candidates().stream()
                        .anyMatch(one -> weighed(one) && named(playbook.catalogue(), one, target));
    }

    private static boolean weighed(Candidate one) {
        return one.offered() || one.stage() == StageCode.ARBITRATION || one.stage() == StageCode.PLACEMENT;
    }

    private static boolean dropped(Playbook playbook, Decided decided, StageCode stage, ActionSet target) {
        List<Candidate> candidates = decided.decision().candidates();
        return candidates.stream()
                .anyMatch(one -> !one.offered() && one.stage() == stage && named(playbook.catalogue(), one, target));
    }

    private static boolean named(Catalogue catalogue, Candidate one, ActionSet target) {
        var action = catalogue.find(one.action());
        return action != null && target.contains(action.index());
    }
}
