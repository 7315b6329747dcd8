package org.filorosso.engine.playbook.io;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or doubtful in a playbook, with its place.
 *
 * @param code what kind of problem, stable
 * @param severity error or warning
 * @param file file of the folder ({@code engagement.csv}, {@code tests/anna.yaml}) or workbook and sheet
 *     ({@code telco.xlsx!engagement})
 * @param line line of the file or row of the sheet, from 1; 0 when the whole file is meant
 * @param column header of the column, if a cell is meant
 * @param cell text of the cell, if a cell is meant
 * @param message what is wrong
 * @param hint what to write instead, beginning with "Maybe"
 */
public record Problem(
        Code code,
        Severity severity,
        String file,
        int line,
        @Nullable String column,
        @Nullable String cell,
        String message,
        @Nullable String hint)
        implements Comparable<Problem> {

    private static final int SHOWN = 80;
    private static final Comparator<Problem> ORDER = Comparator.<Problem>comparingInt(p -> FileOrder.of(p.file))
            .thenComparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(p -> p.column == null ? "" : p.column)
            .thenComparing(Problem::message);

    /** An error about a line; line 0 is the whole file. */
    public static Problem error(Code code, String file, int line, String message) {
        return new Problem(code, Severity.ERROR, file, line, null, null, message, null);
    }

    /** A warning about a line; line 0 is the whole file. */
    public static Problem warning(Code code, String file, int line, String message) {
        return new Problem(code, Severity.WARNING, file, line, null, null, message, null);
    }

    /** The same problem about a cell of the line. */
    public Problem at(String column, @Nullable String cell) {
        return new Problem(code, severity, file, line, column, cell, message, hint);
    }

    /** The same problem with what to write instead; the text should begin with "Maybe". Null removes the hint. */
    public Problem maybe(@Nullable String hint) {
        return new Problem(code, severity, file, line, column, cell, message, hint);
    }

    /** By file (tables in their order, then other files by name), then line. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code engagement.csv:31: column "monthly spend": "> 0,5": ... } and, on a second line, the hint. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column != null) {
            text.append(": column \"").append(Characters.visible(column, SHOWN)).append('"');
        }
        if (cell != null) {
            text.append(": \"").append(Characters.visible(cell, SHOWN)).append('"');
        }
        text.append(": ").append(message);
        return hint == null ? text.toString() : text.append('\n').append(hint).toString();
    }
}
