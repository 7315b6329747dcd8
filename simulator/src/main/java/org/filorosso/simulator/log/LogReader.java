package org.filorosso.simulator.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;

/** Reads a table of a log that was written as CSV, row by row; any size. */
final class LogReader {
    private final LogTable table;
    private final Path file;

    LogReader(LogTable table, Path file) {
        this.table = table;
        this.file = file;
    }

    /** A row and where it stands. */
    final class Row {
        private final CsvRecord record;

        private Row(CsvRecord record) {
            this.record = record;
        }

        /** The text of a column; empty when there is none. */
        String text(String column) {
            return record.getField(table.columns().indexOf(column));
        }

        /** What is wrong with a cell. */
        FlawException flaw(String column, String message) {
            return new FlawException(
                    new Flaw(file.toString(), record.getStartingLineNumber(), column, text(column), message, null));
        }
    }

    /** Takes a row. */
    interface Each {
        void row(Row row) throws FlawException;
    }

    /** @throws FlawException if the file cannot be read, or is not this table */
    void each(Each each) throws FlawException {
        try (BufferedReader text = Files.newBufferedReader(file, UTF_8);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .build(CsvRecordHandler.of(), text)) {
            boolean header = true;
            for (CsvRecord record : records) {
                if (header) {
                    check(record.getFields());
                    header = false;
                } else if (record.getFieldCount() != table.columns().size()) {
                    throw new FlawException(new Flaw(
                            file.toString(),
                            record.getStartingLineNumber(),
                            null,
                            null,
                            "the row has " + record.getFieldCount() + " cells, not "
                                    + table.columns().size(),
                            "Maybe the log was cut off while it was written."));
                } else {
                    each.row(new Row(record));
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new FlawException(Flaw.of(file.toString(), "cannot be read: " + e.getMessage(), null));
        }
    }

    private void check(List<String> header) throws FlawException {
        if (!header.equals(table.columns())) {
            throw new FlawException(Flaw.of(
                    file.toString(),
                    "is not a " + table.file("csv") + " of a decision log",
                    "Maybe its columns should be: " + String.join(", ", table.columns())));
        }
    }
}
