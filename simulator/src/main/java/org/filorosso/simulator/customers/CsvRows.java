package org.filorosso.simulator.customers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one at a time. The separator, {@code ,} or {@code ;}, is found from the header line. */
public final class CsvRows implements AutoCloseable {
    private static final int LONGEST_CELL = 1 << 20;
    private static final char MARK = '\uFEFF';
    // what follows the last row: a cell that is never closed takes it in
    private static final String END = "\u0003end\u0003";

    private final DataFile file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line;

    private CsvRows(DataFile file, BufferedReader text) throws IOException, FlawException {
        this.file = file;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .maxBufferSize(LONGEST_CELL)
                .build(CsvRecordHandler.of(), text);
        this.records = reader.iterator();
        Row first = next();
        if (first == null) {
            throw new FlawException(Flaw.of(file.name(), "the file is empty", "Maybe the export failed."));
        }
        this.header = first.cells().stream().map(String::strip).toList();
    }

    /**
     * One row.
     *
     * @param line line of the file on which it begins, from 1
     */
    public record Row(long line, List<String> cells) {
        /** The cell of a column, counted from 0; empty where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /**
     * Opens a file that has a header line.
     *
     * @throws FlawException if it cannot be read or is empty
     */
    public static CsvRows open(DataFile file) throws FlawException {
        try {
            return new CsvRows(file, file.reader("\n" + END));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The separator that parts the header line into more cells; the byte order mark is skipped. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(2);
        if (text.read() != MARK) {
            text.reset();
        }
        text.mark(LONGEST_CELL);
        String first = firstLine(text);
        text.reset();
        return cells(first, ';') > cells(first, ',') ? ';' : ',';
    }

    private static String firstLine(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = text.read(); c >= 0 && line.length() < LONGEST_CELL - 1; c = text.read()) {
            if ((c == '\n' || c == '\r') && !line.toString().isBlank()) {
                break;
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static int cells(String line, char separator) {
        try (CsvReader<CsvRecord> parser =
                CsvReader.builder().fieldSeparator(separator).build(CsvRecordHandler.of(), new StringReader(line))) {
            return parser.stream()
                    .mapToInt(CsvRecord::getFieldCount)
                    .findFirst()
                    .orElse(0);
        } catch (CsvParseException e) {
            // a quote inside the line with this separator: then it is not the separator, and the other one counts
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
    }

    /** The names of the columns, without space around them. */
    public List<String> header() {
        return header;
    }

    /**
     * The next row, or null at the end.
     *
     * @throws FlawException if the file cannot be read on
     */
    public @Nullable Row next() throws FlawException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record.getField(0).equals(END) ? null : closed(new Row(line, record.getFields()));
        } catch (UncheckedIOException e) {
            throw file.unreadable(Objects.requireNonNullElse(e.getCause(), new IOException(e)));
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException unreadable ? file.unreadable(unreadable) : broken(e);
        }
    }

    private Row closed(Row row) throws FlawException {
        if (row.cells().get(row.cells().size() - 1).endsWith(END)) {
            throw new FlawException(new Flaw(
                    file.name(),
                    row.line(),
                    null,
                    null,
                    "a quoted cell of this row is never closed",
                    "Maybe a closing quote is missing at the end of the cell."));
        }
        return row;
    }

    private FlawException broken(CsvParseException cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new FlawException(new Flaw(
                file.name(),
                line + 1,
                null,
                null,
                "the file cannot be read from here on: " + reason.getMessage(),
                "Maybe a quote is opened and never closed."));
    }

    @Override
    public void close() throws FlawException {
        try {
            reader.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
