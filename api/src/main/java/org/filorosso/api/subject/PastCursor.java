package org.filorosso.api.subject;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;

/**
 * A place in a history, newest first: at one time events stand before responses, responses before decisions, and of one
 * kind the later row first. Rows that come later, or are imported, move nothing that was shown.
 *
 * @param kind the last kind shown at that time
 * @param id sequence number, or interaction id of a decision
 * @param result the last result shown of a decision
 */
record PastCursor(Instant at, Place kind, String id, int result) {
    private static final char SEPARATOR = '~';
    private static final String HINT =
            "Maybe the value of next in the last answer, or a time such as" + " 2026-01-31T18:00:00Z.";

    /** The kinds in the order in which they stand at one time; a time alone is before all of them. */
    enum Place {
        NONE,
        EVENT,
        RESPONSE,
        DECISION,
        ALL
    }

    /** Everything until now, and what may be dated ahead. */
    static PastCursor top() {
        return new PastCursor(Instant.parse("9999-12-31T00:00:00Z"), Place.NONE, "", -1);
    }

    /** @throws Refusal if the text is no cursor */
    static PastCursor parse(String text) {
        try {
            String[] parts = text.split(String.valueOf(SEPARATOR), -1);
            Instant at = OffsetDateTime.parse(parts[0]).toInstant();
            if (parts.length == 1) {
                return new PastCursor(at, Place.ALL, "", -1);
            }
            PastCursor cursor = new PastCursor(at, Place.valueOf(parts[1]), parts[2], Integer.parseInt(parts[3]));
            if (cursor.number() >= 0 && Ids.valid(cursor.id())) {
                return cursor;
            }
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // told below
        }
        throw Refusal.at(Kind.INVALID, "/before", "is no place in a history", text, HINT);
    }

    /** The sequence number where the kind has one, else 0. */
    private long number() {
        return kind == Place.EVENT || kind == Place.RESPONSE ? Long.parseLong(id) : 0;
    }

    /** Of one kind at the cursor's time, the rows below this number are still to come. */
    long below(Place asked) {
        return asked == kind ? number() : asked.compareTo(kind) > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    String text() {
        return at.toString() + SEPARATOR + kind + SEPARATOR + id + SEPARATOR + result;
    }
}
