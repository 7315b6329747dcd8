package org.filorosso.simulator.customers;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Reads history and event files into {@link Pasts}: sorted or not, CSV or NDJSON. */
public final class PastReader {
    private static final int TOLD_EVERY = 10_000;

    private final Playbook playbook;
    private final Values values;
    private final Flaws flaws;
    private final LongConsumer progress;

    /**
     * @param flaws receives the rows that are skipped
     * @param progress told every now and then how many rows of a file have been read
     */
    public PastReader(Playbook playbook, Flaws flaws, LongConsumer progress) {
        this.playbook = playbook;
        this.values = new Values(playbook.settings());
        this.flaws = flaws;
        this.progress = progress;
    }

    /** What is done with one row. */
    private interface Sink {
        void take(Fields fields, long line) throws FlawException;
    }

    /**
     * Adds the rows of a history file.
     *
     * @throws FlawException if the file cannot be read, or its header is wrong
     */
    public void history(DataFile file, Pasts pasts) throws FlawException {
        HistoryRows rows = new HistoryRows(playbook);
        read(file, HistoryRows.COLUMNS, HistoryRows.NEEDED, (fields, line) -> {
            var interaction = rows.read(fields, "#" + line);
            String id = fields.need("id");
            fields.flaws().throwIfAny();
            pasts.add(id, interaction);
        });
    }

    /**
     * Adds the rows of an event file.
     *
     * @throws FlawException if the file cannot be read, or its header is wrong
     */
    public void events(DataFile file, Pasts pasts) throws FlawException {
        EventRows rows = new EventRows(playbook);
        read(file, rows.columns(), EventRows.NEEDED, (fields, line) -> {
            var event = rows.read(fields);
            String id = fields.need("id");
            fields.flaws().throwIfAny();
            pasts.add(id, event);
        });
    }

    private void read(DataFile file, List<String> valid, List<String> needed, Sink sink) throws FlawException {
        switch (file.format()) {
            case CSV -> csv(file, valid, needed, sink);
            case NDJSON -> json(file, valid, sink);
            case PARQUET ->
                throw new FlawException(Flaw.of(
                        file.path().toString(),
                        "Parquet is not read by this build",
                        "Maybe convert it to CSV or NDJSON first."));
        }
    }

    private void csv(DataFile file, List<String> valid, List<String> needed, Sink sink) throws FlawException {
        Map<String, String> synonyms = HistoryRows.synonyms(playbook);
        try (CsvRows rows = CsvRows.open(file)) {
            Header header = Header.of(file.name(), rows.header(), synonyms, valid, needed);
            long count = 0;
            for (CsvRows.@Nullable Row row = rows.next(); row != null; row = rows.next()) {
                RowFlaws found = new RowFlaws(file.name(), row.line());
                take(sink, new Fields.OfCsv(values, found, header, row), row.line());
                tell(++count);
            }
        }
    }

    private void json(DataFile file, List<String> valid, Sink sink) throws FlawException {
        Map<String, String> synonyms = HistoryRows.synonyms(playbook);
        try (JsonLines lines = JsonLines.open(file)) {
            long count = 0;
            for (JsonLines.@Nullable Line line = lines.next(); line != null; line = lines.next()) {
                json(line, synonyms, valid, sink);
                tell(++count);
            }
        }
    }

    private void json(JsonLines.Line line, Map<String, String> synonyms, List<String> valid, Sink sink) {
        try {
            RowFlaws found = new RowFlaws(line.file(), line.number());
            take(sink, new JsonFields(values, found, line.object(), synonyms, valid), line.number());
        } catch (FlawException e) {
            flaws.skip(e);
        }
    }

    private void take(Sink sink, Fields fields, long line) {
        try {
            sink.take(fields, line);
        } catch (FlawException e) {
            flaws.skip(e);
        }
    }

    private void tell(long count) {
        if (count % TOLD_EVERY == 0) {
            progress.accept(count);
        }
    }
}
