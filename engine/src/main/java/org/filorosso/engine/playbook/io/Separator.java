package org.filorosso.engine.playbook.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Iterator;

/** Finds the separator of a CSV file from its header line. */
final class Separator {
    private static final int LOOKED_AT = Limits.MOST_COLUMNS * Limits.MOST_CHARACTERS;

    private Separator() {}

    /**
     * {@code ;} if the header so read has more of the table's columns, or as many and more cells; else {@code ,}. A
     * header that is a FEEL expression may hold the other separator.
     */
    static char of(Table table, String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return score(table, start, ';') > score(table, start, ',') ? ';' : ',';
    }

    private static int score(Table table, String text, char separator) {
        Iterator<CsvRecord> records =
                CsvRecord.parser(text, separator, new CsvRecord.Handler()).iterator();
        try {
            while (records.hasNext()) {
                Line row = new Line(1, records.next().cells());
                if (isHeader(table, row)) {
                    return known(table, row) * Limits.MOST_COLUMNS * 2
                            + row.cells().size();
                }
            }
            return 0;
        } catch (CsvParseException e) {
            // cannot be the separator, or the file is faulty: then it is reported when it is read with the other one
            return -1;
        }
    }

    /** Whether a row is the header: the first that says something, or one that begins with a comment column. */
    static boolean isHeader(Table table, Line row) {
        return row.isData() || (row.isComment() && known(table, row) > 0);
    }

    private static int known(Table table, Line row) {
        return (int) row.cells().stream()
                .filter(cell -> table.schema().column(Line.trim(cell)).isPresent())
                .count();
    }
}
