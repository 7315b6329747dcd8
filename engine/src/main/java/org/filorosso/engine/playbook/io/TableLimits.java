package org.filorosso.engine.playbook.io;

import java.util.List;
import java.util.Locale;

/** Counts a table's rows, columns and characters while it is read. Not thread-safe. */
final class TableLimits {
    private final Table table;
    private final String file;
    private final Problems problems;
    private int rows;
    private int others;

    TableLimits(Table table, String file, Problems problems) {
        this.table = table;
        this.file = file;
        this.problems = problems;
    }

    /** Whether reading may go on after this line. Texts that are too long are reported, and reading goes on. */
    boolean allow(Line row) {
        if (row.isData()) {
            rows++;
        } else {
            others++;
        }
        checkTexts(row);
        return allowRows(row) && allowColumns(row);
    }

    // the header is one data row more; comments and blank lines have a bound of their own
    private boolean allowRows(Line row) {
        if (rows <= table.mostRows() + 1 && others <= table.mostRows()) {
            return true;
        }
        problems.add(Problem.error(
                        Code.TOO_MANY_ROWS,
                        file,
                        row.line(),
                        String.format(
                                Locale.ROOT,
                                "the table %s may have %,d rows, and as many comments and empty lines",
                                table.sheet(),
                                table.mostRows()))
                .maybe("Maybe one row can say what several say, or rows are out of date."));
        return false;
    }

    private boolean allowColumns(Line row) {
        if (row.cells().size() <= Limits.MOST_COLUMNS) {
            return true;
        }
        problems.add(Problem.error(
                        Code.TOO_MANY_COLUMNS,
                        file,
                        row.line(),
                        "a table may have " + Limits.MOST_COLUMNS + " columns, this row has more cells")
                .maybe("Maybe a cell that holds the separator lacks its quotes."));
        return false;
    }

    private void checkTexts(Line row) {
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).length() > Limits.MOST_CHARACTERS) {
                problems.add(tooLong(file, row.line(), cells.get(i)).at("column " + (i + 1), cells.get(i)));
            }
        }
    }

    static Problem tooLong(String file, int line, String text) {
        return Problem.error(
                        Code.TEXT_TOO_LONG,
                        file,
                        line,
                        String.format(
                                Locale.ROOT,
                                "the text has %,d characters, %,d are allowed",
                                text.length(),
                                Limits.MOST_CHARACTERS))
                .maybe("Maybe a quote is missing further up, or the text belongs on a page of its own.");
    }
}
