package org.filorosso.api.response;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.filorosso.api.response.InteractionStore.About;
import org.filorosso.api.store.Database;

/** Terms once presented, and the units that they hold. */
final class QuoteStore {
    private static final String COLUMNS =
            "select subject_id, action, interaction_id, playbook, price, cost, channel, at,"
                    + " until, reserved, held from quote ";

    private final Database database;

    QuoteStore(Database database) {
        this.database = database;
    }

    /**
     * A quote.
     *
     * @param held what it reserves; empty when another quote of the same terms, or an acceptance, has it
     */
    record Quote(
            About about,
            String interactionId,
            String playbook,
            BigDecimal price,
            BigDecimal cost,
            String channel,
            Instant at,
            Instant until,
            List<Charge> held) {

        boolean stands(Instant when) {
            return !when.isBefore(at) && when.isBefore(until);
        }

        Quote holding(List<Charge> charges) {
            return new Quote(about, interactionId, playbook, price, cost, channel, at, until, charges);
        }
    }

    /** All quotes of the subjects for the actions, those that lapsed too, held until the end of the transaction. */
    List<Quote> of(Collection<About> abouts) {
        return database.sql()
                .sql(COLUMNS + "where subject_id = any(?) and action = any(?)"
                        + " order by subject_id, action, interaction_id for update")
                .params(
                        abouts.stream().map(About::subject).distinct().toArray(String[]::new),
                        abouts.stream().map(About::action).distinct().toArray(String[]::new))
                .query((row, number) -> quote(row))
                .list();
    }

    /** Reserved quotes that have lapsed and that nobody else is giving back, held; at most {@code most}. */
    List<Quote> lapsed(Instant now, int most) {
        return database.sql()
                .sql(COLUMNS + "where reserved = true and until <= ? limit ? for update skip locked")
                .params(Times.sql(now), most)
                .query((row, number) -> quote(row))
                .list();
    }

    private static Quote quote(ResultSet row) throws SQLException {
        return new Quote(
                new About(row.getString("subject_id"), row.getString("action")),
                row.getString("interaction_id"),
                row.getString("playbook"),
                row.getBigDecimal("price"),
                row.getBigDecimal("cost"),
                row.getString("channel"),
                Times.of(row, "at"),
                Times.of(row, "until"),
                Charge.read(row.getString("playbook"), row.getString("held")));
    }

    /** Quotes that reserve nothing any more. */
    void release(Collection<Quote> quotes) {
        database.batches()
                .batchUpdate(
                        "update quote set reserved = false, held = '[]'"
                                + " where subject_id = ? and action = ? and interaction_id = ?",
                        quotes.stream()
                                .map(quote -> new Object[] {
                                    quote.about().subject(), quote.about().action(), quote.interactionId()
                                })
                                .toList());
    }

    /** Adds quotes; one of an interaction that has one already stays as it was first given. */
    void add(Collection<Quote> quotes) {
        database.batches()
                .batchUpdate(
                        "insert into quote (subject_id, action, interaction_id, playbook, price, cost, channel, at, until,"
                                + " reserved, held) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        quotes.stream()
                                .map(quote -> new Object[] {
                                    quote.about().subject(),
                                    quote.about().action(),
                                    quote.interactionId(),
                                    quote.playbook(),
                                    quote.price(),
                                    quote.cost(),
                                    quote.channel(),
                                    Times.sql(quote.at()),
                                    Times.sql(quote.until()),
                                    !quote.held().isEmpty(),
                                    Charge.write(quote.held())
                                })
                                .toList());
    }
}
