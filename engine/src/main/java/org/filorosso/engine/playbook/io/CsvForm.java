package org.filorosso.engine.playbook.io;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * How a CSV file was written; carries no meaning. It travels with the table, so that a file comes back from a workbook
 * as it went in.
 *
 * @param file line ends and byte order mark
 * @param separator {@code ,} or {@code ;}
 * @param crlfInCells line breaks inside cells are CRLF
 * @param quoting which cells are quoted without need
 * @param odd rows that were typed differently, by the digest of their cells, in their order
 */
record CsvForm(TextForm file, char separator, boolean crlfInCells, Quoting quoting, Map<String, List<LineForm>> odd) {
    static final CsvForm OURS = new CsvForm(TextForm.OURS, ',', false, Quoting.NEEDED, Map.of());

    /** Which cells a file quotes by habit. */
    enum Quoting {
        NEEDED,
        FILLED,
        ALL
    }

    CsvForm {
        odd = Map.copyOf(odd);
    }

    /** How a row is written if nothing else is known. */
    LineForm usual(Line row, int columns) {
        int width = row.isData()
                ? Math.max(columns, row.cells().size())
                : row.cells().size();
        BitSet quoted = new BitSet();
        for (int i = 0; i < width; i++) {
            String cell = i < row.cells().size() ? row.cells().get(i) : "";
            quoted.set(i, isQuoted(cell));
        }
        return new LineForm(width, quoted);
    }

    private boolean isQuoted(String cell) {
        return switch (quoting) {
            case NEEDED -> needsQuotes(cell);
            case FILLED -> !cell.isEmpty();
            case ALL -> true;
        };
    }

    private boolean needsQuotes(String cell) {
        return cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
    }

    /** Whether a cell would be read as something else without quotes. */
    boolean mustQuote(String cell) {
        return cell.indexOf(separator) >= 0 || cell.startsWith("\"") || cell.indexOf('\n') >= 0;
    }

    /** What names a row in {@link #odd()}: 12 hex digits of the SHA-256 of its cells. */
    static String digest(Line row) {
        String cells = String.join("\0", row.cells());
        return Sha256.hex(cells.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    CsvForm with(Map<String, List<LineForm>> rows) {
        return new CsvForm(file, separator, crlfInCells, quoting, rows);
    }
}
