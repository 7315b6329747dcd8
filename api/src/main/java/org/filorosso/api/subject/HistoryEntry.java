package org.filorosso.api.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/** One thing that happened to a subject, as far as later decisions look at it. */
public sealed interface HistoryEntry {

    /** Whose it is. */
    String subjectId();

    /** When, as the database keeps it: to the microsecond. */
    Instant at();

    /** An action that was decided, or what became of it. */
    record Outcoming(String subjectId, Interaction interaction) implements HistoryEntry {
        @Override
        public Instant at() {
            return interaction.at();
        }
    }

    /**
     * An event.
     *
     * @param key empty where it has none
     * @param fields JSON
     */
    record Occurring(String subjectId, Instant at, String event, String key, String fields) implements HistoryEntry {}

    /**
     * Where and to whom something was decided.
     *
     * @param interactionId the decision's
     */
    record Decided(String subjectId, String interactionId, Instant at, String channel, Direction direction) {

        /**
         * The actions that were chosen.
         *
         * @param results the column {@code results} of the table of decisions
         */
        public List<HistoryEntry> actions(String results) {
            List<HistoryEntry> actions = new ArrayList<>();
            Decisions.read(
                    results,
                    result -> actions.add(new Outcoming(
                            subjectId,
                            new Interaction(
                                    interactionId,
                                    at,
                                    result.action(),
                                    Outcome.DECIDED,
                                    channel,
                                    direction,
                                    result.rank(),
                                    result.details()))));
            return actions;
        }
    }
}
