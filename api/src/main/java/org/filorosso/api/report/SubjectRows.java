package org.filorosso.api.report;

import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.score.Contacted;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.SubjectLog;
import org.jspecify.annotations.Nullable;

/**
 * All that the log of one playbook holds of one subject, oldest first.
 *
 * @param details what else a decision says, by interaction
 * @param answers as the responses of the log, in the same order
 */
record SubjectRows(SubjectLog log, Map<String, Detail> details, List<Answer> answers) {

    /**
     * What else a decision says.
     *
     * @param variants by experiment
     * @param worths by action
     */
    record Detail(String stage, Map<String, String> variants, Map<String, Worth> worths) {}

    /** What an acceptance of an action is worth and costs, as decided. */
    record Worth(double value, double cost) {}

    /**
     * What else a response says.
     *
     * @param offered false: the customer took what was not proposed
     * @param granted false: beyond a cap, and not counted
     */
    record Answer(boolean offered, boolean granted) {}

    /** An acceptance that counts: granted, offered, not reversed. */
    record Acceptance(
            Interaction row,
            @Nullable Decided decided,
            @Nullable Detail detail) {

        double value() {
            if (row.details().value() != null) {
                return row.details().value().doubleValue();
            }
            Worth worth = worth();
            return worth == null ? 0 : worth.value();
        }

        double cost() {
            Worth worth = worth();
            return worth == null ? 0 : worth.cost();
        }

        private @Nullable Worth worth() {
            return detail == null ? null : detail.worths().get(row.action());
        }
    }

    String id() {
        return log.id();
    }

    List<Contacted> contacts(Period period) {
        return Contacted.of(log).stream()
                .filter(contact -> period.contains(contact.at()))
                .toList();
    }

    /** The decisions of a period. */
    List<Decided> decisions(Period period) {
        return log.decisions().stream()
                .filter(decided -> period.contains(decided.at()))
                .toList();
    }

    /** The acceptances of a period, each action of an interaction once. */
    List<Acceptance> acceptances(Period period) {
        return taken(period, true);
    }

    /** The same, with what was taken though it was not proposed where {@code offered} is false. */
    List<Acceptance> taken(Period period, boolean offered) {
        Map<String, Decided> decisions = log.byInteraction();
        Map<String, Acceptance> found = new java.util.LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            Interaction row = log.responses().get(i);
            Answer answer = answers.get(i);
            if (row.outcome() == org.filorosso.engine.playbook.Outcome.ACCEPTED
                    && period.contains(row.at())
                    && answer.granted()
                    && (answer.offered() || !offered)
                    && !log.reversed(i)) {
                found.putIfAbsent(
                        row.id() + '\n' + row.action(),
                        new Acceptance(row, decisions.get(row.id()), details.get(row.id())));
            }
        }
        return List.copyOf(found.values());
    }
}
