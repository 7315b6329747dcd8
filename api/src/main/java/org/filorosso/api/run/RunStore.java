package org.filorosso.api.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/** Runs. What a worker writes holds only while it is its turn: else {@link LostTurn}. */
final class RunStore {
    private static final String SELECT =
            "select id, asked, request_id, playbook, dry, status, step, asked_by, created_at,"
                    + " at, revision, progress, result, reason, cancelled, finished_at from outbound_run ";
    private static final String UNFINISHED = "where status in ('queued', 'running')";

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /** Another node works on runs now. */
    static final class LostTurn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostTurn() {
            super("Another node works on runs now");
        }
    }

    /** Adds a run; false when the caller used its request id before. */
    boolean add(Run run) {
        return database.sql()
                        .sql("insert into outbound_run (id, asked, request_id, playbook, dry, status, step, asked_by,"
                                + " created_at, progress, cancelled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false)"
                                + " on conflict do nothing")
                        .param(run.id())
                        .param(run.asked())
                        .param(run.requestId())
                        .param(run.playbook())
                        .param(run.dry())
                        .param(run.status().code())
                        .param(run.step().code())
                        .param(run.askedBy())
                        .param(time(run.createdAt()))
                        .update()
                == 1;
    }

    Optional<Run> find(String id) {
        return database.sql()
                .sql(SELECT + "where id = ?")
                .param(id)
                .query(RunStore::run)
                .optional();
    }

    /** The run that a caller asked for under this request id. */
    Optional<Run> find(String askedBy, String requestId) {
        return database.sql()
                .sql(SELECT + "where asked_by = ? and request_id = ?")
                .params(askedBy, requestId)
                .query(RunStore::run)
                .optional();
    }

    /** The latest first. */
    List<Run> latest(int most) {
        return database.sql()
                .sql(SELECT + "order by created_at desc, id desc limit ?")
                .param(most)
                .query(RunStore::run)
                .list();
    }

    /** How many are not over. */
    long unfinished() {
        return database.sql()
                .sql("select count(*) from outbound_run " + UNFINISHED)
                .query(Long.class)
                .single();
    }

    /** What is to be worked on next: what was begun, else what waits longest. */
    Optional<Run> next() {
        return database.sql()
                .sql(SELECT + UNFINISHED + " order by case status when 'running' then 0 else 1 end, created_at, id"
                        + " limit 1")
                .query(RunStore::run)
                .optional();
    }

    /** Ids of all that are not over. */
    List<String> open() {
        return database.sql()
                .sql("select id from outbound_run " + UNFINISHED)
                .query(String.class)
                .list();
    }

    /** The latest time of a run of a playbook, or null. */
    @Nullable
    Instant latestTime(String playbook) {
        OffsetDateTime latest = database.sql()
                .sql("select at from outbound_run where playbook = ? and dry = false and at is not null"
                        + " order by at desc limit 1")
                .param(playbook)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return latest == null ? null : latest.toInstant();
    }

    void begin(String id, Instant at, String revision, String worker) {
        mine("status = 'running', at = ?, revision = ?", id, worker, time(at), revision);
    }

    /** Keeps what the allocation came to. */
    void decided(String id, String result, String worker) {
        mine("step = 'recording', progress = 0, result = ?", id, worker, result);
    }

    void progress(String id, double progress, String worker) {
        mine("progress = ?", id, worker, progress);
    }

    void finish(String id, Run.Status status, @Nullable String reason, Instant now, String worker) {
        String why = reason == null ? "" : reason.length() > 2_000 ? reason.substring(0, 2_000) : reason;
        mine(
                "status = ?, step = 'done', reason = nullif(?, ''), finished_at = ?",
                id,
                worker,
                status.code(),
                why,
                time(now));
    }

    private void mine(String change, String id, String worker, Object... values) {
        int changed = database.sql()
                .sql("update outbound_run set " + change + " where id = ?" + RunTurn.MINE)
                .params(values)
                .param(id)
                .param(worker)
                .update();
        if (changed == 0) {
            throw new LostTurn();
        }
    }

    /** Asks for the end of a run: at once where nobody works on it yet; false when it is over. */
    boolean cancel(String id, Instant now) {
        int waiting = database.sql()
                .sql("update outbound_run set cancelled = true, status = 'cancelled', step = 'done', finished_at = ?"
                        + " where id = ? and status = 'queued'")
                .params(time(now), id)
                .update();
        return waiting == 1
                || database.sql()
                                .sql("update outbound_run set cancelled = true where id = ? and status = 'running'")
                                .param(id)
                                .update()
                        == 1;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("asked"),
                row.getString("request_id"),
                row.getString("playbook"),
                row.getBoolean("dry"),
                Run.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Run.Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                row.getString("asked_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "at"),
                row.getString("revision"),
                row.getDouble("progress"),
                row.getString("result"),
                row.getString("reason"),
                row.getBoolean("cancelled"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
