package org.filorosso.simulator.log;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.Decided.Offered;
import org.filorosso.engine.score.Known;
import org.filorosso.engine.score.SubjectLog;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * The log of a folder, subject by subject. The tables are in the order of time, so that they are read as often as it takes
 * for a part of the subjects to fit in memory.
 */
public final class SubjectLogs {
    private static final long BYTES_AT_ONCE = 48L << 20;

    private final Path folder;
    private final @Nullable String playbook;
    private @Nullable Instant last;

    /**
     * @param folder with decisions.csv, and responses.csv and events.csv if there are
     * @param playbook whose decisions count; rows of others are passed over; null takes all
     */
    public SubjectLogs(Path folder, @Nullable String playbook) {
        this.folder = folder;
        this.playbook = playbook;
    }

    /** The time of the last row that was read, or null before any. */
    public @Nullable Instant last() {
        return last;
    }

    /**
     * Hands over every subject of the log, those of a part after those of another, by id within it.
     *
     * @param known what else is known of a subject
     * @throws FlawException if a table cannot be read, or holds what it should not
     */
    public void each(Function<String, Known> known, Consumer<SubjectLog> consumer) throws FlawException {
        int parts = (int) (1 + size() / BYTES_AT_ONCE);
        for (int part = 0; part < parts; part++) {
            Part read = new Part(part, parts);
            read.tables();
            read.subjects.forEach((id, rows) -> consumer.accept(rows.log(id, known.apply(id))));
        }
    }

    private long size() throws FlawException {
        long bytes = 0;
        try {
            for (LogTable table : LogTable.values()) {
                Path file = folder.resolve(table.file("csv"));
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
        } catch (IOException e) {
            throw new FlawException(Flaw.of(folder.toString(), "cannot be read: " + e.getMessage(), null));
        }
        return bytes;
    }

    /** The rows of one subject. */
    private static final class Rows {
        private final Map<String, Decided> decisions = new LinkedHashMap<>();
        private final List<Interaction> responses = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();

        SubjectLog log(String id, Known known) {
            return SubjectLog.of(id, known, List.copyOf(decisions.values()), responses, events);
        }
    }

    /** A part of the subjects, by a hash of their ids. */
    private final class Part {
        private final int part;
        private final int parts;
        private final Map<String, Rows> subjects = new TreeMap<>();

        Part(int part, int parts) {
            this.part = part;
            this.parts = parts;
        }

        void tables() throws FlawException {
            table(LogTable.DECISIONS, this::decision);
            table(LogTable.RESPONSES, this::response);
            table(LogTable.EVENTS, this::event);
        }

        private void table(LogTable table, LogReader.Each each) throws FlawException {
            Path file = folder.resolve(table.file("csv"));
            if (Files.isRegularFile(file)) {
                new LogReader(table, file).each(row -> {
                    if (Math.floorMod(row.text("subjectId").hashCode(), parts) == part) {
                        each.row(row);
                    }
                });
            }
        }

        private Rows rows(LogReader.Row row) {
            return subjects.computeIfAbsent(row.text("subjectId"), unseen -> new Rows());
        }

        private void decision(LogReader.Row row) throws FlawException {
            if (playbook != null && !row.text("playbook").equals(playbook)) {
                return;
            }
            Instant at = time(row);
            Direction direction = direction(row);
            String id = row.text("interactionId");
            Decided decided = rows(row)
                    .decisions
                    .computeIfAbsent(
                            id,
                            unseen -> new Decided(
                                    id,
                                    at,
                                    row.text("arm"),
                                    row.text("revision"),
                                    row.text("channel"),
                                    direction,
                                    new ArrayList<>(),
                                    row.text("noActionReason").isEmpty() ? null : row.text("noActionReason")));
            if (!row.text("action").isEmpty()) {
                BigDecimal rank = number(row, "rank");
                BigDecimal propensity = number(row, "propensity");
                decided.results()
                        .add(new Offered(
                                row.text("action"),
                                rank == null ? 0 : rank.intValue(),
                                propensity == null ? Double.NaN : propensity.doubleValue(),
                                number(row, "price")));
            }
        }

        private void response(LogReader.Row row) throws FlawException {
            Outcome outcome = Outcome.of(row.text("outcome"));
            if (outcome == null) {
                throw row.flaw("outcome", "is no outcome");
            }
            rows(row)
                    .responses
                    .add(new Interaction(
                            row.text("interactionId"),
                            time(row),
                            row.text("action"),
                            outcome,
                            row.text("channel"),
                            direction(row),
                            0,
                            new Interaction.Details(
                                    number(row, "value"), number(row, "price"), null, row.text("reason"), null, null)));
        }

        private void event(LogReader.Row row) throws FlawException {
            rows(row).events.add(new Event(time(row), row.text("event"), row.text("key"), Map.of()));
        }

        private Instant time(LogReader.Row row) throws FlawException {
            try {
                Instant at = Instant.parse(row.text("at"));
                last = last == null || at.isAfter(last) ? at : last;
                return at;
            } catch (DateTimeException e) {
                throw row.flaw("at", "is no instant");
            }
        }

        private Direction direction(LogReader.Row row) throws FlawException {
            Direction known = Direction.of(row.text("direction"));
            if (known == null) {
                throw row.flaw("direction", "is neither inbound nor outbound");
            }
            return known;
        }

        private @Nullable BigDecimal number(LogReader.Row row, String column) throws FlawException {
            try {
                return row.text(column).isEmpty() ? null : new BigDecimal(row.text(column));
            } catch (NumberFormatException e) {
                throw row.flaw(column, "is no number");
            }
        }
    }
}
