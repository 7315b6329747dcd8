package org.filorosso.api.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.api.store.Database;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** The tables of decisions and request keys. Many rows go in one statement: one round trip. */
final class DecisionStore {
    private static final int COLUMNS = 17;
    private static final String INSERT =
            "insert into decision (interaction_id, at, subject_id, household, playbook, revision, arm, variants,"
                    + " channel, direction, stage, results, stages, no_action_reason, degraded, facts, facts_digest)"
                    + " values ";
    private static final String SELECT =
            "select interaction_id, at, subject_id, household, playbook, revision, arm, variants,"
                    + " channel, direction, stage, results, stages, no_action_reason, degraded, facts, facts_digest"
                    + " from decision ";

    private final Database database;

    DecisionStore(Database database) {
        this.database = database;
    }

    /** A key and the answer it got. */
    record StoredKey(RequestKey key, String interactionId, Instant at) {}

    /** Adds rows; those whose id is taken are left as they are. Returns how many were added. */
    int insert(List<DecisionRow> rows) {
        String sql = INSERT + values(COLUMNS, rows.size()) + " on conflict do nothing";
        return update(sql, statement -> {
            int at = 1;
            for (DecisionRow row : rows) {
                at = bind(statement, at, row);
            }
        });
    }

    private static int bind(PreparedStatement statement, int first, DecisionRow row) throws SQLException {
        int at = first;
        statement.setString(at++, row.interactionId());
        statement.setObject(at++, time(row.at()));
        statement.setString(at++, row.subjectId());
        statement.setString(at++, row.household());
        statement.setString(at++, row.playbook());
        statement.setString(at++, row.revision());
        statement.setString(at++, row.arm());
        statement.setString(at++, row.variants());
        statement.setString(at++, row.channel());
        statement.setString(at++, row.direction());
        statement.setString(at++, row.stage());
        statement.setString(at++, row.results());
        statement.setString(at++, row.stages());
        statement.setString(at++, row.noActionReason());
        statement.setString(at++, row.degraded());
        if (row.facts() == null) {
            statement.setNull(at++, Types.VARBINARY);
        } else {
            statement.setBytes(at++, row.facts());
        }
        statement.setString(at++, row.factsDigest());
        return at;
    }

    /** Adds keys; those taken are left as they are. Returns how many were added. */
    int insertKeys(List<StoredKey> keys) {
        String sql = "insert into request_key (scope, request_id, body_digest, interaction_id, at) values "
                + values(5, keys.size()) + " on conflict do nothing";
        return update(sql, statement -> {
            int at = 1;
            for (StoredKey stored : keys) {
                statement.setString(at++, stored.key().scope());
                statement.setString(at++, stored.key().requestId());
                statement.setString(at++, stored.key().bodyDigest());
                statement.setString(at++, stored.interactionId());
                statement.setObject(at++, time(stored.at()));
            }
        });
    }

    /** What is stored under these keys. */
    List<StoredKey> keys(Collection<RequestKey> keys) {
        String sql = "select scope, request_id, body_digest, interaction_id, at from request_key"
                + " where scope = any(?) and request_id = any(?)";
        return database.batches()
                .query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(sql);
                            statement.setArray(
                                    1, texts(connection, keys.stream().map(RequestKey::scope)));
                            statement.setArray(
                                    2, texts(connection, keys.stream().map(RequestKey::requestId)));
                            return statement;
                        },
                        (row, number) -> new StoredKey(
                                new RequestKey(row.getString(1), row.getString(2), row.getString(3)),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()));
    }

    /** Which of these interactions are stored. */
    Set<String> known(Collection<String> interactionIds) {
        return new HashSet<>(database.batches()
                .query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(
                                    "select interaction_id from decision where interaction_id = any(?)");
                            statement.setArray(1, texts(connection, interactionIds.stream()));
                            return statement;
                        },
                        (row, number) -> row.getString(1)));
    }

    /** Notes why a decision was told as less than it should be, where that is not noted yet. */
    void markDegraded(DecisionRow row) {
        database.sql()
                .sql("update decision set degraded = ? where interaction_id = ? and at = ? and degraded is null")
                .params(String.valueOf(row.degraded()), row.interactionId(), time(row.at()))
                .update();
    }

    void deleteKey(RequestKey key) {
        database.sql()
                .sql("delete from request_key where scope = ? and request_id = ?")
                .params(key.scope(), key.requestId())
                .update();
    }

    /** Records the stage a subject is in now, unless a later decision already did. */
    void stage(DecisionRow row, String stage) {
        int updated = database.sql()
                .sql("update subject_stage set stage = ?, since = ?"
                        + " where subject_id = ? and playbook = ? and since <= ?")
                .params(stage, time(row.at()), row.subjectId(), row.playbook(), time(row.at()))
                .update();
        if (updated == 0) {
            database.sql()
                    .sql("insert into subject_stage (subject_id, playbook, stage, since) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(row.subjectId(), row.playbook(), stage, time(row.at()))
                    .update();
        }
    }

    /** The decisions of these interactions; those that are not stored are absent. */
    List<DecisionRow> find(Collection<String> interactionIds) {
        return database.batches()
                .query(
                        connection -> {
                            PreparedStatement statement =
                                    connection.prepareStatement(SELECT + "where interaction_id = any(?)");
                            statement.setArray(1, texts(connection, interactionIds.stream()));
                            return statement;
                        },
                        (row, number) -> row(row));
    }

    /** The last decisions of a playbook, latest first. */
    List<DecisionRow> recent(String playbook, int most) {
        return database.sql()
                .sql(SELECT + "where playbook = ? order by at desc, interaction_id desc limit ?")
                .params(playbook, most)
                .query((row, number) -> row(row))
                .list();
    }

    /** A page of decisions after a place, oldest first. */
    List<DecisionRow> page(DecisionRecords.Range range, Instant after, String afterId, int most) {
        return database.sql()
                .sql(SELECT + "where at >= ? and at < ? and (? = '' or playbook = ?)"
                        + " and (at > ? or (at = ? and interaction_id > ?))"
                        + " order by at, interaction_id limit ?")
                .params(
                        time(after),
                        time(range.to()),
                        range.playbookOrAll(),
                        range.playbookOrAll(),
                        time(after),
                        time(after),
                        afterId,
                        most)
                .query((row, number) -> row(row))
                .list();
    }

    private static DecisionRow row(ResultSet row) throws SQLException {
        return new DecisionRow(
                row.getString(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getBytes(16),
                row.getString(17));
    }

    /** Sets the parameters of a statement. */
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Binding binding) {
        PreparedStatementCreator creator = connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            binding.bind(statement);
            return statement;
        };
        return database.batches().update(creator);
    }

    private static java.sql.Array texts(Connection connection, java.util.stream.Stream<String> texts)
            throws SQLException {
        return connection.createArrayOf("varchar", texts.toArray());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** {@code (?, ?), (?, ?)}. */
    private static String values(int columns, int rows) {
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        return row + (", " + row).repeat(rows - 1);
    }
}
