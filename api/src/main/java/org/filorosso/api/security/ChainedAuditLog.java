package org.filorosso.api.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/** The audit log in the database. Those who append wait for each other until their transactions end. */
final class ChainedAuditLog implements AuditLog {
    private static final String BEGINNING = "beginning";
    private static final String COLUMNS =
            "select seq, at, actor, role, act, target, detail, previous_hash, hash from audit_entry";

    private final Database database;
    private final InstantSource clock;

    ChainedAuditLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Head(long seq, String hash) {}

    @Override
    public void record(Caller who, String act, String target, String detail) {
        database.inTransaction(() -> append(who, act, target, detail));
    }

    private long append(Caller who, String act, String target, String detail) {
        Head head = head(" for update");
        // as the databases keep it
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry(
                        head.seq() + 1, at, who.id(), who.role().code(), act, target, detail, head.hash(), "")
                .sealed();
        insert(entry);
        database.sql()
                .sql("update audit_head set seq = ?, hash = ? where id = 1")
                .params(entry.seq(), entry.hash())
                .update();
        return entry.seq();
    }

    private Head head(String lock) {
        return database.sql()
                .sql("select seq, hash from audit_head where id = 1" + lock)
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    private void insert(AuditEntry entry) {
        database.sql()
                .sql("insert into audit_entry (seq, at, actor, role, act, target, detail, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(entry.seq(), entry.at().atOffset(ZoneOffset.UTC), entry.actor(), entry.role(), entry.act())
                .params(List.of(entry.target(), entry.detail(), entry.previousHash(), entry.hash()))
                .update();
    }

    /**
     * A page of the log, verified.
     *
     * @param after number of the last entry already read, 0 for the first page
     * @param limit at least 1
     */
    Page page(long after, int limit) {
        // the head first: what is appended meanwhile only makes the list longer
        Head head = head("");
        List<AuditEntry> entries = database.sql()
                .sql(COLUMNS + " where seq > ? order by seq limit ?")
                .params(after, limit)
                .query(ChainedAuditLog::entry)
                .list();
        Long next = entries.size() == limit ? entries.get(limit - 1).seq() : null;
        return new Page(entries, next, brokenAt(after, entries, head, next == null));
    }

    /**
     * Entries, oldest first.
     *
     * @param next what to ask for the next page, or null at the end
     * @param brokenAt number of the first entry that was changed, moved or taken out, or null: the chain holds
     */
    record Page(
            List<AuditEntry> entries,
            @Nullable Long next,
            @Nullable Long brokenAt) {}

    private @Nullable Long brokenAt(long after, List<AuditEntry> entries, Head head, boolean last) {
        long seq = after;
        String hash = hashOf(after);
        for (AuditEntry entry : entries) {
            seq++;
            boolean follows = entry.seq() == seq && entry.previousHash().equals(hash) && entry.intact();
            if (!follows || (seq == head.seq() && !entry.hash().equals(head.hash()))) {
                return seq;
            }
            hash = entry.hash();
        }
        return last && seq < head.seq() ? Long.valueOf(seq + 1) : null;
    }

    private String hashOf(long seq) {
        List<AuditEntry> found = seq == 0
                ? new ArrayList<>()
                : database.sql()
                        .sql(COLUMNS + " where seq = ?")
                        .param(seq)
                        .query(ChainedAuditLog::entry)
                        .list();
        return found.isEmpty() ? BEGINNING : found.get(0).hash();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
