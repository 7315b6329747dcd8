package org.filorosso.api.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param rows read
 * @param recorded of them now
 * @param duplicates of them before: the same file again changes nothing
 * @param refused rows that were left out
 * @param errors of the first rows left out
 */
record ImportReport(long rows, long recorded, long duplicates, long refused, List<RowError> errors) {

    /** How many errors are told. */
    static final int SHOWN = 100;

    /**
     * One thing that is wrong with a row.
     *
     * @param line of the body, from 1
     * @param pointer into the row; empty for the whole row
     */
    record RowError(
            long line,
            String pointer,
            String message,
            @Nullable Object rejected,
            @Nullable String hint) {}
}
