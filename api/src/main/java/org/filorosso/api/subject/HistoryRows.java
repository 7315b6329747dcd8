package org.filorosso.api.subject;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Consumer;
import org.filorosso.api.store.Dialect;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;

/** Reads histories from the tables that hold the truth: decisions first, then outcomes, then events, each by time. */
final class HistoryRows {
    private final Connection connection;
    private final Dialect dialect;

    HistoryRows(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** @param after only what is younger */
    void read(Collection<String> subjectIds, Instant after, Consumer<HistoryEntry> each) throws SQLException {
        Asked asked = new Asked(subjectIds, after);
        query(
                "select subject_id, interaction_id, at, channel, direction, results from "
                        + dialect.ofSubjects("decision") + " and at > ? order by at",
                asked,
                row -> decision(row, each));
        query(
                "select subject_id, interaction_id, at, channel, direction, action, outcome, rank,"
                        + " amount, price, treatment, reason, resume_at, team from "
                        + dialect.ofSubjects("interaction") + " and at > ? order by at, seq",
                asked,
                row -> each.accept(outcome(row)));
        query(
                "select subject_id, at, event, event_key, fields from " + dialect.ofSubjects("event")
                        + " and at > ? order by at, seq",
                asked,
                row -> each.accept(new HistoryEntry.Occurring(
                        row.getString(1), instant(row, 2), row.getString(3), row.getString(4), row.getString(5))));
    }

    private record Asked(Collection<String> subjectIds, Instant after) {}

    /** What to do with each row of a result. */
    private interface Take {
        void row(ResultSet row) throws SQLException;
    }

    private void query(String sql, Asked asked, Take take) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("varchar", asked.subjectIds().toArray());
            statement.setArray(1, ids);
            statement.setObject(2, asked.after().atOffset(ZoneOffset.UTC));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    take.row(found);
                }
            }
            ids.free();
        }
    }

    private static void decision(ResultSet row, Consumer<HistoryEntry> each) throws SQLException {
        new HistoryEntry.Decided(
                        row.getString(1),
                        row.getString(2),
                        instant(row, 3),
                        row.getString(4),
                        StoredCodes.direction(row.getString(5)))
                .actions(row.getString(6))
                .forEach(each);
    }

    private static HistoryEntry outcome(ResultSet row) throws SQLException {
        Details details = new Details(
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11),
                row.getString(12),
                row.getString(13) == null ? null : instant(row, 13),
                row.getString(14));
        return new HistoryEntry.Outcoming(
                row.getString(1),
                new Interaction(
                        row.getString(2),
                        instant(row, 3),
                        row.getString(6),
                        StoredCodes.outcome(row.getString(7)),
                        row.getString(4),
                        StoredCodes.direction(row.getString(5)),
                        row.getInt(8),
                        details.equals(Details.NONE) ? Details.NONE : details));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
