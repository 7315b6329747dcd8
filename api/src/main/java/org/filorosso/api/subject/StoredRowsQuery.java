package org.filorosso.api.subject;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.subject.StoredRows.EventRow;
import org.filorosso.api.subject.StoredRows.QuoteRow;
import org.filorosso.api.subject.StoredRows.StageRow;
import org.filorosso.engine.decide.State;

/** The few statements that read all there is of many subjects, on one connection; used once. */
final class StoredRowsQuery {

    /** Of a household no more than these are looked at: beyond, the household is a fault of the data. */
    static final int MOST_MEMBERS = 50;

    private final Connection connection;
    private final Dialect dialect;
    private final Instant since;
    private final StoredRows rows = new StoredRows();
    // the same few names stand in thousands of rows
    private final HashMap<String, String> names = new HashMap<>();

    /** @param since how far back the history is read */
    StoredRowsQuery(Connection connection, Dialect dialect, Instant since) {
        this.connection = connection;
        this.dialect = dialect;
        this.since = since;
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

    /** From the pages; of those who have none, from the rows. */
    private void past(Set<String> ids) throws SQLException {
        Set<String> unpaged = new HashSet<>(ids);
        query("select subject_id, entries from history_page where subject_id = any(?)", ids, row -> {
            byte[] page = row.getBytes(2);
            if (page != null) {
                unpaged.remove(row.getString(1));
                HistoryForm.read(row.getString(1), page, names, this::entry);
            }
        });
        if (!unpaged.isEmpty()) {
            new HistoryRows(connection, dialect).read(unpaged, since, this::entry);
        }
    }

    private void entry(HistoryEntry entry) {
        if (entry.at().isAfter(since)) {
            if (entry instanceof HistoryEntry.Outcoming outcome) {
                StoredRows.add(rows.interactions, entry.subjectId(), outcome.interaction());
            } else if (entry instanceof HistoryEntry.Occurring event) {
                StoredRows.add(
                        rows.events,
                        entry.subjectId(),
                        new EventRow(event.at(), event.event(), event.key(), event.fields()));
            }
        }
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
                                        HistoryRows.instant(row, 6),
                                        HistoryRows.instant(row, 7)))));
        query(
                "select subject_id, playbook, stage, since from subject_stage where subject_id = any(?)",
                ids,
                row -> StoredRows.add(
                        rows.stages,
                        row.getString(1),
                        new StageRow(name(row, 2), name(row, 3), HistoryRows.instant(row, 4))));
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
                statement.setObject(2, since.atOffset(ZoneOffset.UTC));
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
}
