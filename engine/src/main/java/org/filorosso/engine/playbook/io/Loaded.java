package org.filorosso.engine.playbook.io;

import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a playbook.
 *
 * @param playbook null when there is at least one error
 * @param sheets the tables and texts as typed, the tests among them, as far as they could be read
 * @param problems all errors and warnings
 */
public record Loaded(@Nullable Playbook playbook, Sheets sheets, Problems problems) {

    /**
     * The playbook.
     *
     * @throws PlaybookException if there is at least one error; it carries all problems
     */
    public Playbook orThrow() {
        problems.throwIfErrors();
        if (playbook == null) {
            throw new IllegalStateException("The playbook (" + sheets.name() + ") has no errors and was not built");
        }
        return playbook;
    }
}
