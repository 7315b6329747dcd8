package org.filorosso.engine.golden;

import java.util.List;

/**
 * Who exercises one row.
 *
 * @param line line of the file or row of the sheet, from 1
 * @param id of the row
 * @param exercised whether any golden customer does
 * @param by names of the golden customers that do, in their order
 */
public record RowCoverage(String table, int line, String id, boolean exercised, List<String> by) {

    public RowCoverage {
        by = List.copyOf(by);
    }

    /** Where the row stands, such as {@code engagement.csv:31}. */
    public String source() {
        return table + ".csv:" + line;
    }
}
