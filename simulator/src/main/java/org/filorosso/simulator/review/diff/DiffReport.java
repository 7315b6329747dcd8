package org.filorosso.simulator.review.diff;

import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is told of two playbooks.
 *
 * @param decisions null when no customers were given
 */
public record DiffReport(
        Edition before,
        Edition after,
        PlaybookDiff rows,
        @Nullable DecisionDiff decisions) {

    /** A playbook by its name and revision. */
    public record Edition(String playbook, String revision) {
        public static Edition of(Playbook playbook) {
            return new Edition(playbook.name(), playbook.shortRevision());
        }

        @Override
        public String toString() {
            return playbook + " " + revision;
        }
    }
}
