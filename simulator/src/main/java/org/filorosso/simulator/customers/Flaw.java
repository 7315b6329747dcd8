package org.filorosso.simulator.customers;

import org.filorosso.engine.playbook.io.Characters;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a data file, with its place.
 *
 * @param file name of the file, without its folder
 * @param line line of the file, from 1; 0 when the whole file is meant
 * @param column header of the column or name of the JSON field, if a value is meant
 * @param value the text found, if a value is meant
 * @param message what is wrong
 * @param hint what to write instead, beginning with "Maybe", or null
 */
public record Flaw(
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String message,
        @Nullable String hint) {

    private static final int SHOWN = 80;

    /** A flaw of a whole file. */
    public static Flaw of(String file, String message, @Nullable String hint) {
        return new Flaw(file, 0, null, null, message, hint);
    }

    /** {@code customers.csv:17: column "tenure": "abc": is no number. Maybe 0.5.} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column != null) {
            text.append(": column \"").append(Characters.visible(column, SHOWN)).append('"');
        }
        if (value != null) {
            text.append(": \"").append(Characters.visible(value, SHOWN)).append('"');
        }
        text.append(": ").append(message);
        return hint == null ? text.toString() : text.append(". ").append(hint).toString();
    }
}
