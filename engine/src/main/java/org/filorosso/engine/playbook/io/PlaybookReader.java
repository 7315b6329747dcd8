package org.filorosso.engine.playbook.io;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Reads playbooks: a folder or a workbook becomes a typed {@link org.filorosso.engine.playbook.Playbook}, or a list of
 * everything that is wrong with it. Nothing that was read is ever run.
 */
public final class PlaybookReader {
    private PlaybookReader() {}

    /**
     * Reads and checks a playbook in one pass.
     *
     * @param path a folder, or a workbook ({@code .xlsx})
     * @param today the day for which warnings are given (overdue reviews, expired rows); changes no error
     */
    public static Loaded read(Path path, LocalDate today) {
        Problems problems = new Problems();
        return read(Sheets.read(path, problems), problems, today);
    }

    /**
     * Checks a playbook whose tables were read.
     *
     * @param problems what was found while they were read; what is found now is added
     * @param today as in {@link #read(Path, LocalDate)}
     */
    public static Loaded read(Sheets sheets, Problems problems, LocalDate today) {
        try {
            boolean whole = Wholeness.of(sheets, problems);
            return new Loaded(whole ? new Loading(sheets, problems, today).load() : null, sheets, problems);
        } catch (TooManyProblems e) {
            problems.add(e.problem());
            return new Loaded(null, sheets, problems);
        }
    }
}
