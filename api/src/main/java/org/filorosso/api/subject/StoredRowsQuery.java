package org.filorosso.api.subject;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.subject.StoredRows.EventRow;
import org.filorosso.api.subject.StoredRows.QuoteRow;
import org.filorosso.api.subject.StoredRows.StageRow;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** The few statements that read all there is of many subjects, on one connection; used once. */
final class StoredRowsQuery {

    /** Of a household no more than these are looked at: beyond, the household is a fault of the data. */
    static final int MOST_MEMBERS = 50;

    private static final Map<String, Outcome> OUTCOMES =
            Arrays.stream(Outcome.values()).collect(Collectors.toUnmodifiableMap(Outcome::code, one -> one));

    private final Connection connection;
    private final Dialect dialect;
    private final OffsetDateTime since;
    private final StoredRows rows = new StoredRows();
    // the same few names stand in thousands of rows
    private final Map<String, String> names = new HashMap<>();

    /** @param since how far back the history is read */
    StoredRowsQuery(Connection connection, Dialect dialect, Instant since) {
        this.connection = connection;
        this.dialect = dialect;
        this.since = since.atOffset(ZoneOffset.UTC);
    }

    /** What to do with each row of a result. */
    private interface Take {
        void row(ResultSet row) throws SQLException;
    }

    StoredRows read(Collection<String> asked) throws SQLException {
        Set<String> ids = new LinkedHashSet<>(asked);
        profiles(ids);
        aliases(ids);
        Set<String> households = new HashSet<>();
        rows.profiles.values().forEach(profile -> {
            String household = profile.household();
            if (household != null) {
                households.add(household);
            }
        });
        members(households);
        rows.members.values().forEach(ids::addAll);
        past(ids);
        quotes(ids);
        ids.addAll(households);
        lists(ids);
        rows.sort();
        return rows;
    }

    private void profiles(Set<String> ids) throws SQLException {
        query("select " + ProfileRow.COLUMNS + " from subject where id = any(?)", ids, row -> {
            ProfileRow profile = ProfileRow.of(row);
            rows.profiles.put(profile.id(), profile);
        });
    }

    /** Who is no subject may be an alias of one. */
    private void aliases(Set<String> ids) throws SQLException {
        Set<String> unknown = new HashSet<>(ids);
        unknown.removeAll(rows.profiles.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        query("select alias, subject_id from subject_alias where alias = any(?)", unknown, row -> {
            rows.aliases.put(row.getString(1), row.getString(2));
        });
        if (!rows.aliases.isEmpty()) {
            ids.removeAll(rows.aliases.keySet());
            ids.addAll(rows.aliases.values());
            profiles(new HashSet<>(rows.aliases.values()));
        }
    }

    private void members(Set<String> households) throws SQLException {
        if (households.isEmpty()) {
            return;
        }
        query("select household, id from subject where household = any(?) order by household, id", households, row -> {
            String household = row.getString(1);
            if (StoredRows.of(rows.members, household).size() < MOST_MEMBERS) {
                StoredRows.add(rows.members, household, row.getString(2));
            }
        });
    }

    private void past(Set<String> ids) throws SQLException {
        query(
                "select subject_id, interaction_id, at, channel, direction, results from "
                        + dialect.ofSubjects("decision") + " and at > ? order by at",
                ids,
                this::decision);
        query(
                "select subject_id, interaction_id, at, channel, direction, action, outcome, rank,"
                        + " amount, price, treatment, reason, resume_at, team from "
                        + dialect.ofSubjects("interaction") + " and at > ? order by at, seq",
                ids,
                this::interaction);
        query(
                "select subject_id, at, event, event_key, fields from " + dialect.ofSubjects("event")
                        + " and at > ? order by at, seq",
                ids,
                row -> StoredRows.add(
                        rows.events,
                        row.getString(1),
                        new EventRow(instant(row, 2), name(row, 3), row.getString(4), row.getString(5))));
    }

    private void decision(ResultSet row) throws SQLException {
        String subject = row.getString(1);
        String id = row.getString(2);
        Instant at = instant(row, 3);
        String channel = name(row, 4);
        Direction direction = direction(row.getString(5));
        Decisions.read(
                row.getString(6),
                result -> StoredRows.add(
                        rows.interactions,
                        subject,
                        new Interaction(
                                id,
                                at,
                                name(result.action()),
                                Outcome.DECIDED,
                                channel,
                                direction,
                                result.rank(),
                                result.details())));
    }

    private void interaction(ResultSet row) throws SQLException {
        Details details = new Details(
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11),
                row.getString(12),
                row.getString(13) == null ? null : instant(row, 13),
                row.getString(14));
        StoredRows.add(
                rows.interactions,
                row.getString(1),
                new Interaction(
                        row.getString(2),
                        instant(row, 3),
                        name(row, 6),
                        outcome(row.getString(7)),
                        name(row, 4),
                        direction(row.getString(5)),
                        row.getInt(8),
                        details.equals(Details.NONE) ? Details.NONE : details));
    }

    private void quotes(Set<String> ids) throws SQLException {
        query(
                "select subject_id, playbook, action, price, channel, at, until from quote"
                        + " where subject_id = any(?) and until > ? order by at",
                ids,
                row -> StoredRows.add(
                        rows.quotes,
                        row.getString(1),
                        new QuoteRow(
                                name(row, 2),
                                new State.Quote(
                                        name(row, 3),
                                        row.getBigDecimal(4),
                                        name(row, 5),
                                        instant(row, 6),
                                        instant(row, 7)))));
        query(
                "select subject_id, playbook, stage, since from subject_stage where subject_id = any(?)",
                ids,
                row -> StoredRows.add(
                        rows.stages, row.getString(1), new StageRow(name(row, 2), name(row, 3), instant(row, 4))));
    }

    /** A list may name him by an alias, such as a telephone number. */
    private void lists(Set<String> members) throws SQLException {
        Take take = row -> StoredRows.add(rows.lists, row.getString(1), name(row, 2));
        query("select member, list from list_member where member = any(?)", members, take);
        query(
                "select a.subject_id, l.list from subject_alias a join list_member l on l.member = a.alias"
                        + " where a.subject_id = any(?)",
                members,
                take);
    }

    private void query(String sql, Collection<String> ids, Take take) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf("varchar", ids.toArray());
            statement.setArray(1, array);
            if (sql.indexOf('?') != sql.lastIndexOf('?')) {
                statement.setObject(2, since);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    take.row(found);
                }
            }
            array.free();
        }
    }

    private String name(ResultSet row, int column) throws SQLException {
        return name(row.getString(column));
    }

    private String name(String text) {
        String known = names.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Direction direction(String code) {
        return Direction.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static Outcome outcome(String code) {
        @Nullable Outcome known = OUTCOMES.get(code);
        if (known == null) {
            throw new IllegalStateException("The table interaction holds an outcome (" + code + ") that nobody knows");
        }
        return known;
    }
}
