package org.filorosso.api.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer JSON pointer of the place, such as {@code /responses/0/outcome}; empty for the whole body
 * @param message what is wrong
 * @param rejected the value, or null
 * @param hint what to write instead, beginning with "Maybe", or null
 * @param place where in an uploaded playbook, left out of faults of a JSON body
 */
public record Fault(
        String pointer,
        String message,
        @Nullable Object rejected,
        @Nullable String hint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Place place) {
    private static final char UNPRINTABLE = '\uFFFD';

    /** A field of the caller's may be named by characters that no log and no document takes. */
    public Fault {
        pointer = printable(pointer);
    }

    private static String printable(String text) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            return text;
        }
        // half a character becomes a question mark
        StringBuilder printable = new StringBuilder(new String(text.getBytes(UTF_8), UTF_8));
        for (int i = 0; i < printable.length(); i++) {
            if (Character.isISOControl(printable.charAt(i))) {
                printable.setCharAt(i, UNPRINTABLE);
            }
        }
        return printable.toString();
    }

    /** A fault of a JSON body. */
    public Fault(String pointer, String message, @Nullable Object rejected, @Nullable String hint) {
        this(pointer, message, rejected, hint, null);
    }

    /**
     * Where in a playbook's files.
     *
     * @param code of the problem, such as {@code PB-501}
     * @param severity {@code error} or {@code warning}
     * @param file such as {@code engagement.csv} or {@code telco.xlsx!engagement}
     * @param line from 1; 0 is the whole file
     * @param column header of the column, or null
     * @param cell text of the cell, or null
     */
    public record Place(
            String code,
            String severity,
            String file,
            int line,
            @Nullable String column,
            @Nullable String cell) {}
}
