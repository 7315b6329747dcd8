package org.filorosso.api.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Forgets what is older than the operator wants to keep: first what decisions read, later the rows themselves. Counters of
 * all time, what was learnt and the audit log stay.
 */
final class Retention {
    private static final int SOME = 5_000;
    private static final List<String> KEYS = List.of("request_key", "response_key", "event_key");

    private final Database database;
    private final Partitions partitions;
    private final Duration facts;
    private final Duration rows;

    /**
     * @param facts how long a decision can be replayed, positive
     * @param rows how long what happened is kept, not shorter
     * @throws IllegalArgumentException if it is shorter
     */
    Retention(Database database, Partitions partitions, Duration facts, Duration rows) {
        if (facts.isNegative() || facts.isZero() || rows.compareTo(facts) < 0) {
            throw new IllegalArgumentException(
                    "Rows (filorosso.keep-rows " + rows + ") cannot be kept shorter than what"
                            + " decisions read (filorosso.keep-facts " + facts + "). Maybe keep-rows: 1095d.");
        }
        this.database = database;
        this.partitions = partitions;
        this.facts = facts;
        this.rows = rows;
    }

    /** Forgets; each step is a transaction of its own, so that nobody waits for long. */
    void forget(Instant now) {
        OffsetDateTime replayed = now.minus(facts).atOffset(ZoneOffset.UTC);
        some(
                "update decision set facts = null where at < ? and facts is not null and interaction_id in"
                        + " (select interaction_id from decision where at < ? and facts is not null limit " + SOME
                        + ")",
                replayed,
                2);
        some("delete from learnt_snapshot where at < ?", replayed, 1);
        Instant end = now.minus(rows);
        OffsetDateTime kept = end.atOffset(ZoneOffset.UTC);
        for (String table : Partitions.TABLES) {
            partitions.dropBefore(table, end);
            String key = table.equals("decision") ? "interaction_id" : "seq";
            some(
                    "delete from " + table + " where at < ? and " + key + " in (select " + key + " from " + table
                            + " where at < ? limit " + SOME + ")",
                    kept,
                    2);
        }
        pages(kept);
        KEYS.forEach(table -> some("delete from " + table + " where at < ?", kept, 1));
        some("delete from quote where until < ? and reserved = false", kept, 1);
        some("delete from run_contact where run_id in (select id from outbound_run where finished_at < ?)", kept, 1);
        some("delete from outbound_run where finished_at < ?", kept, 1);
        database.sql()
                .sql("delete from counter where period <> 'all' and length(period) = 10 and period < ?")
                .param(kept.toLocalDate().toString())
                .update();
    }

    /** One by one: who holds several pages may wait for another. */
    private void pages(OffsetDateTime before) {
        database.sql()
                .sql("select subject_id from history_page where oldest < ?")
                .param(before)
                .query(String.class)
                .list()
                .forEach(id -> database.sql()
                        .sql("delete from history_page where subject_id = ? and oldest < ?")
                        .params(id, before)
                        .update());
    }

    private void some(String sql, OffsetDateTime before, int times) {
        int changed;
        do {
            changed = times == 1
                    ? database.sql().sql(sql).params(before).update()
                    : database.sql().sql(sql).params(before, before).update();
        } while (times > 1 && changed > 0);
    }
}
