package org.filorosso.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes messages from the outbox to its file: in the order in which they were added, each at least once and always under
 * the same id. Of several nodes one publishes at a time.
 */
final class OutboxPublisher {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 500;
    private static final long LOCK = 0x66_72_6f_75_74L;

    private final Database database;
    private final DatabaseClock clock;
    private final OutboxFile file;

    OutboxPublisher(Database database, DatabaseClock clock, OutboxFile file) {
        this.database = database;
        this.clock = clock;
        this.file = file;
    }

    private record Row(long seq, String line) {}

    /**
     * Publishes what waits.
     *
     * @return how many messages
     * @throws UncheckedIOException if the file cannot be written; nothing is lost
     */
    int publish() {
        int all = 0;
        for (int some = batch(); some > 0; some = batch()) {
            all += some;
        }
        return all;
    }

    private int batch() {
        return database.inTransaction(() -> {
            List<Row> rows = mine() ? rows() : List.of();
            if (!rows.isEmpty()) {
                write(rows.stream().map(Row::line).toList());
                database.sql()
                        .sql("delete from outbox where seq = any(?)")
                        .params(new Object[] {rows.stream().map(Row::seq).toArray(Long[]::new)})
                        .update();
            }
            return rows.size();
        });
    }

    /** Whether no other node is publishing. */
    private boolean mine() {
        return database.dialect() != Dialect.POSTGRESQL
                || database.sql()
                        .sql("select pg_try_advisory_xact_lock(?)")
                        .param(LOCK)
                        .query(Boolean.class)
                        .single();
    }

    private List<Row> rows() {
        return database.sql()
                .sql("select seq, id, kind, body, at from outbox order by seq limit ? for update skip locked")
                .param(MOST)
                .query((row, number) -> {
                    ObjectNode line = JSON.createObjectNode()
                            .put("seq", row.getLong(1))
                            .put("id", row.getString(2))
                            .put("kind", row.getString(3))
                            .put(
                                    "at",
                                    row.getObject(5, OffsetDateTime.class)
                                            .toInstant()
                                            .toString());
                    line.set("body", JSON.readTree(row.getString(4)));
                    return new Row(row.getLong(1), line.toString());
                })
                .list();
    }

    private void write(List<String> lines) {
        Instant now = clock.instant();
        try {
            file.write(now.atZone(ZoneOffset.UTC).toLocalDate(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The outbox's file cannot be written", e);
        }
    }
}
