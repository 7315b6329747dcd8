package org.filorosso.api.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the tables of the log, oldest first, row by row: whatever their size, a few hundred rows are in memory. On
 * PostgreSQL that takes a transaction, on H2 a result that does not fit is put on disk by the database.
 */
@Component
final class LogStore {
    static final int FETCHED = 500;
    private static final String IN_PERIOD = " where at >= ? and at < ?";

    private final Database database;

    LogStore(Database database) {
        this.database = database;
    }

    /** Takes a row of a query. */
    interface Reader {
        void read(ResultSet row) throws SQLException, IOException;
    }

    /** {@code decisions}: one row a result, an empty answer one row. */
    void decisions(Period period, @Nullable String playbook, UnaryOperator<String> names, RowForm.Rows rows) {
        String query = "select interaction_id, at, subject_id, household, playbook, revision, arm, variants, channel,"
                + " direction, stage, results, no_action_reason from decision" + IN_PERIOD;
        each(query, "interaction_id", period, playbook, row -> {
            for (List<@Nullable Object> cells : DecisionCells.of(row, names)) {
                rows.row(cells);
            }
        });
    }

    /** {@code responses}: one row an outcome. */
    void responses(Period period, @Nullable String playbook, UnaryOperator<String> names, RowForm.Rows rows) {
        String query =
                "select interaction_id, at, subject_id, action, outcome, channel, direction, amount, price, reason,"
                        + " response_key from interaction" + IN_PERIOD + " and outcome <> 'decided'";
        each(
                query,
                "seq",
                period,
                playbook,
                row -> rows.row(Arrays.asList(
                        row.getString(1),
                        instant(row, 2),
                        names.apply(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        number(row, 8),
                        number(row, 9),
                        row.getString(10),
                        // who made a key may have put anything in it, and one that we made holds the subject
                        names.apply(row.getString(11)))));
    }

    /** {@code events}: those that a playbook declares, or all. */
    void events(Period period, @Nullable Playbook playbook, UnaryOperator<String> names, RowForm.Rows rows) {
        String query = "select subject_id, at, event, event_key, fields from event" + IN_PERIOD;
        List<String> declared = playbook == null
                ? List.of()
                : playbook.tables().events().stream().map(type -> type.name()).toList();
        each(query, "seq", period, null, row -> {
            if (playbook == null || declared.contains(row.getString(3))) {
                rows.row(Arrays.asList(
                        names.apply(row.getString(1)),
                        instant(row, 2),
                        row.getString(3),
                        names.apply(row.getString(4)),
                        row.getString(5)));
            }
        });
    }

    private void each(String query, String then, Period period, @Nullable String playbook, Reader reader) {
        List<Object> parameters = new ArrayList<>(List.of(period.start(), period.end()));
        if (playbook != null) {
            parameters.add(playbook);
        }
        stream(query + (playbook == null ? "" : " and playbook = ?") + " order by at, " + then, parameters, reader);
    }

    /** Reads whatever a query gives, a few hundred rows at a time. */
    void stream(String query, List<Object> parameters, Reader reader) {
        database.transactions()
                .executeWithoutResult(transaction -> database.sql()
                        .sql(query)
                        .params(parameters)
                        .withFetchSize(FETCHED)
                        .query(row -> {
                            try {
                                reader.read(row);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }));
    }

    /** The instant in a column, as it is written in logs. */
    static String instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    /** The number in a column without zeros that mean nothing, or null. */
    static @Nullable BigDecimal number(ResultSet row, int column) throws SQLException {
        return plain(row.getBigDecimal(column));
    }

    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
