package org.filorosso.api.run;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.filorosso.api.decision.OutboundContacts;
import org.filorosso.api.store.Database;
import org.filorosso.simulator.run.outbound.Contact;
import org.jspecify.annotations.Nullable;

/** The contacts of runs, in the order of subjects. */
final class ContactStore {
    private static final int FETCHED = 500;
    private static final String COLUMNS =
            "place, subject_id, channel, action, treatment, placement, priority, price, cost, interaction_id";

    private final Database database;

    ContactStore(Database database) {
        this.database = database;
    }

    /** A contact and its place in its run. */
    record Placed(int place, Contact contact) {}

    void clear(String run) {
        database.sql()
                .sql("delete from run_contact where run_id = ?")
                .param(run)
                .update();
    }

    /** Adds contacts that nobody was told of yet, as the next ones from a place on. */
    void plan(String run, int from, List<Contact> contacts) {
        int[] place = {from};
        // one commit for all: each would cost a write to the disk
        database.inTransaction(() -> database.batches()
                .batchUpdate(
                        "insert into run_contact (run_id, " + COLUMNS + ", state)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')",
                        contacts,
                        FETCHED,
                        (statement, contact) -> {
                            statement.setString(1, run);
                            statement.setInt(2, place[0]++);
                            statement.setString(3, contact.id());
                            statement.setString(4, contact.channel());
                            statement.setString(5, contact.action());
                            statement.setString(6, contact.treatment());
                            statement.setString(7, contact.placement());
                            statement.setDouble(8, contact.priority());
                            statement.setObject(9, contact.price(), Types.NUMERIC);
                            statement.setDouble(10, contact.cost());
                            statement.setString(11, contact.interactionId());
                        }));
    }

    /** The next ones that are neither recorded nor dropped. */
    List<Placed> open(String run, int most) {
        return database.sql()
                .sql("select " + COLUMNS + " from run_contact where run_id = ? and state = 'planned'"
                        + " order by place limit ?")
                .params(run, most)
                .query((row, number) -> new Placed(row.getInt(1), contact(row)))
                .list();
    }

    /** Keeps what became of contacts. */
    void settle(String run, List<Placed> placed, List<OutboundContacts.Outcome> outcomes) {
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            OutboundContacts.Outcome outcome = outcomes.get(i);
            Contact contact = outcome.contact();
            rows.add(new @Nullable Object[] {
                contact.action(),
                contact.treatment(),
                contact.priority(),
                contact.price(),
                contact.cost(),
                outcome.dropped() == null ? "recorded" : "dropped",
                outcome.dropped(),
                run,
                placed.get(i).place()
            });
        }
        database.inTransaction(() -> database.batches()
                .batchUpdate(
                        "update run_contact set action = ?, treatment = ?, priority = ?, price = ?, cost = ?, state ="
                                + " ?, why = ? where run_id = ? and place = ?",
                        rows,
                        new int[] {
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.DOUBLE,
                            Types.NUMERIC,
                            Types.DOUBLE,
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.VARCHAR,
                            Types.INTEGER
                        }));
    }

    /** How many there are by state. */
    Map<String, Long> states(String run) {
        return counts("state", "run_id = ?", run);
    }

    /** How many were dropped, by reason. */
    Map<String, Long> dropped(String run) {
        return counts("why", "run_id = ? and state = 'dropped'", run);
    }

    /** @param column and condition are words of ours, never a user's */
    private Map<String, Long> counts(String column, String condition, String run) {
        Map<String, Long> counts = new LinkedHashMap<>();
        database.sql()
                .sql("select " + column + ", count(*) from run_contact where " + condition + " group by " + column
                        + " order by " + column)
                .param(run)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Hands over the contacts in one state, in order, row by row. */
    void each(String run, String state, Consumer<Contact> each) {
        database.transactions()
                .executeWithoutResult(transaction -> database.sql()
                        .sql("select " + COLUMNS + " from run_contact where run_id = ? and state = ? order by place")
                        .params(run, state)
                        .withFetchSize(FETCHED)
                        .query(row -> {
                            each.accept(contact(row));
                        }));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal(8);
        return new Contact(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getDouble(7),
                price == null ? null : plain(price),
                row.getDouble(9),
                row.getString(10));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
