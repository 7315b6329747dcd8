package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.State.Quote;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * The quotes that a customer's history holds: the price of every presented or sent row of an action with
 * {@code quote valid}.
 *
 * <p>Valid as this playbook says: who keeps the playbook of the moment of each row knows better.
 */
public final class StandingQuotes {

    private StandingQuotes() {}

    /** The quotes, oldest first; those that have lapsed are among them. */
    public static List<Quote> of(Playbook playbook, History past) {
        return of(playbook, past.interactions());
    }

    /** The same from rows in any order. */
    public static List<Quote> of(Playbook playbook, List<Interaction> rows) {
        List<Quote> quotes = new ArrayList<>();
        for (Interaction row : rows) {
            boolean told = row.outcome() == Outcome.PRESENTED || row.outcome() == Outcome.SENT;
            Quote quote = told ? quote(playbook, row) : null;
            if (quote != null) {
                quotes.add(quote);
            }
        }
        return List.copyOf(quotes);
    }

    private static @Nullable Quote quote(Playbook playbook, Interaction row) {
        BigDecimal price = row.details().price();
        // of all rows few have a price
        Action action = price == null ? null : playbook.catalogue().find(row.action());
        Span valid = action == null ? null : action.limits().quoteValid();
        if (price == null || valid == null) {
            return null;
        }
        ZoneId zone = playbook.settings().zone();
        return new Quote(
                row.action(),
                price,
                row.channel(),
                row.at(),
                valid.after(row.at().atZone(zone)).toInstant());
    }
}
