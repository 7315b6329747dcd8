package org.filorosso.engine.playbook.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A record of a CSV file with what the cells do not tell.
 *
 * @param line line on which it begins
 * @param cells cells as typed, at most one more than a table may have
 * @param form how it was typed
 */
record CsvRecord(int line, List<String> cells, LineForm form) {
    /** The row, line breaks in its cells as LF. */
    Line asLine() {
        return new Line(
                line,
                hasCrlf()
                        ? cells.stream().map(cell -> cell.replace("\r\n", "\n")).toList()
                        : cells);
    }

    boolean hasCrlf() {
        return cells.stream().anyMatch(cell -> cell.contains("\r\n"));
    }

    /** The records of a text. A quote inside an unquoted cell is itself; text after a closing quote is a fault. */
    static CsvReader<CsvRecord> parser(String text, char separator, Handler handler) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(2 * Limits.MOST_BYTES)
                .build(handler, text);
    }

    /** Takes the records from the parser. Cells past the limit are counted, and kept only if the first has text. */
    static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRecord> {
        private final List<String> cells = new ArrayList<>();
        private BitSet quoted = new BitSet();
        private boolean empty;

        @Override
        protected void handleBegin(long line) {
            cells.clear();
            quoted = new BitSet();
            empty = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
            if (cells.size() <= Limits.MOST_COLUMNS && (index < Limits.MOST_COLUMNS || length > 0)) {
                cells.add(length == 0 ? "" : new String(buffer, offset, length));
                quoted.set(index, inQuotes);
            }
        }

        @Override
        protected void handleEmpty() {
            empty = true;
        }

        @Override
        protected CsvRecord buildRecord() {
            LineForm form = new LineForm(empty ? 0 : getFieldCount(), quoted);
            return new CsvRecord((int) getStartingLineNumber(), List.copyOf(cells), form);
        }

        /** Line on which the record being read begins. */
        int line() {
            return (int) getStartingLineNumber();
        }
    }
}
