package org.filorosso.engine.playbook.io;

import java.util.List;

/**
 * A table of a playbook as it was typed, from a CSV file or a sheet of a workbook.
 *
 * @param table which table
 * @param file how problems name it: {@code engagement.csv} or {@code telco.xlsx!engagement}
 * @param lines all lines, the header, comments and blank ones included, in their order
 * @param headerAt position of the header in {@code lines}
 * @param form how the CSV file was written; carries no meaning
 */
public record Sheet(Table table, String file, List<Line> lines, int headerAt, CsvForm form) {
    /** A sheet with its own copy of the lines. */
    public Sheet {
        lines = List.copyOf(lines);
    }

    /** The header row. */
    public Line header() {
        return lines.get(headerAt);
    }

    /** The rows that say something, in order. */
    public List<Line> rows() {
        return lines.subList(headerAt + 1, lines.size()).stream()
                .filter(Line::isData)
                .toList();
    }
}
