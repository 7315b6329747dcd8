package org.filorosso.engine.golden;

import java.util.List;

/** Who exercises the rows of one table, in file order. */
public record TableCoverage(String table, Share share, List<RowCoverage> rows) {

    public TableCoverage {
        rows = List.copyOf(rows);
    }

    static TableCoverage of(String table, List<RowCoverage> rows) {
        return new TableCoverage(table, Share.of(rows), rows);
    }
}
