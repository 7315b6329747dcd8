package org.filorosso.api.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param rows read
 * @param stored of them
 * @param created of those stored
 * @param refused rows that were left out
 * @param errors of the first rows left out
 */
record ImportReport(long rows, long stored, long created, long refused, List<RowError> errors) {

    /** How many errors are told. */
    static final int SHOWN = 100;

    /**
     * One thing that is wrong with a row.
     *
     * @param line of the body, from 1
     * @param pointer into the row's object, or the header of the column behind a slash; empty for the whole row
     */
    record RowError(
            long line,
            String pointer,
            String message,
            @Nullable Object rejected,
            @Nullable String hint) {}
}
