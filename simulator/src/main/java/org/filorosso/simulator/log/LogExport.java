package org.filorosso.simulator.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a table of a log that was written as CSV, and writes it again, checked, as CSV or NDJSON; any size. */
public final class LogExport {
    private static final JsonFactory JSON = new JsonFactory();

    private final LogTable table;
    private final Path file;

    /** @param file the table as CSV */
    public LogExport(LogTable table, Path file) {
        this.table = table;
        this.file = file;
    }

    /**
     * Copies all rows.
     *
     * @param json NDJSON, else CSV
     * @return rows written
     * @throws FlawException if the file cannot be read, or is not this table
     */
    public long write(PrintStream out, boolean json) throws FlawException {
        try (BufferedReader text = Files.newBufferedReader(file, UTF_8);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .build(CsvRecordHandler.of(), text)) {
            long rows = 0;
            for (CsvRecord record : records) {
                if (rows++ == 0) {
                    checkHeader(record.getFields());
                }
                if (rows > 1 || !json) {
                    out.append(json ? json(checked(record)) : csv(checked(record), rows == 1));
                }
            }
            return Math.max(0, rows - 1);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new FlawException(Flaw.of(file.toString(), "cannot be read: " + e.getMessage(), null));
        }
    }

    private void checkHeader(List<String> header) throws FlawException {
        if (!header.equals(table.columns())) {
            throw new FlawException(Flaw.of(
                    file.toString(),
                    "is not a " + table.file("csv") + " of a decision log",
                    "Maybe its columns should be: " + String.join(", ", table.columns())));
        }
    }

    private CsvRecord checked(CsvRecord record) throws FlawException {
        if (record.getFieldCount() != table.columns().size()) {
            throw new FlawException(new Flaw(
                    file.toString(),
                    record.getStartingLineNumber(),
                    null,
                    null,
                    "the row has " + record.getFieldCount() + " cells, not "
                            + table.columns().size(),
                    "Maybe the log was cut off while it was written."));
        }
        return record;
    }

    private String csv(CsvRecord record, boolean header) throws FlawException {
        CsvText csv = new CsvText();
        for (int i = 0; i < table.columns().size(); i++) {
            if (header || !LogTable.isNumber(table.columns().get(i))) {
                csv.text(record.getField(i));
            } else {
                csv.number(number(record, i));
            }
        }
        return csv.end().toString();
    }

    private String json(CsvRecord record) throws FlawException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (int i = 0; i < table.columns().size(); i++) {
                field(json, record, i);
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private void field(JsonGenerator json, CsvRecord record, int column) throws FlawException {
        String name = table.columns().get(column);
        String cell = record.getField(column);
        if (cell.isEmpty()) {
            json.writeNullProperty(name);
        } else if (LogTable.isYesNo(name)) {
            json.writeBooleanProperty(name, Boolean.parseBoolean(cell));
        } else if (LogTable.isNumber(name)) {
            json.writeName(name);
            json.writeNumber(number(record, column));
        } else {
            json.writeStringProperty(name, cell);
        }
    }

    private @org.jspecify.annotations.Nullable BigDecimal number(CsvRecord record, int column) throws FlawException {
        String cell = record.getField(column);
        try {
            return cell.isEmpty() ? null : new BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw new FlawException(new Flaw(
                    file.toString(),
                    record.getStartingLineNumber(),
                    table.columns().get(column),
                    cell,
                    "is no number",
                    "Maybe the file was changed by a spreadsheet program."));
        }
    }
}
