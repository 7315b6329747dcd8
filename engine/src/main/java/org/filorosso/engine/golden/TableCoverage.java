package org.filorosso.engine.golden;

import java.util.List;

/**
 * Who exercises the rows of one table.
 *
 * @param share of {@code rows}
 * @param rows in file order
 * @param uncounted rows that hold for everybody at any time and so are none of {@code rows}: a treatment without
 *     conditions and dates is a text, not a rule
 */
public record TableCoverage(String table, Share share, List<RowCoverage> rows, int uncounted) {

    public TableCoverage {
        rows = List.copyOf(rows);
    }

    static TableCoverage of(String table, List<RowCoverage> rows, int uncounted) {
        return new TableCoverage(table, Share.of(rows), rows, uncounted);
    }
}
