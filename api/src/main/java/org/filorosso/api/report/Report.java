package org.filorosso.api.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a period: as JSON by the components of the record, as CSV by rows. */
interface Report {

    /** Names of the columns of its table. */
    List<String> columns();

    /** Its table: texts, numbers, booleans and null, one for each column. */
    List<List<@Nullable Object>> rows();

    /**
     * What a report is about.
     *
     * @param revision by which contacts and rules are looked at: the live one
     * @param from inclusive
     * @param to exclusive
     * @param by what its rows are for, or null: one for all
     */
    record About(
            String playbook,
            String revision,
            Instant from,
            Instant to,
            @Nullable String by) {}
}
