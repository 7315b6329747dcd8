package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * The quotes in a history, for callers that keep no quotes of their own: the price of every {@code presented} or
 * {@code sent} row whose action has a {@code quote valid}, for as long as this playbook says. A service keeps what the
 * playbook of that moment said.
 */
public final class Quotes {

    private Quotes() {}

    /** The quotes, oldest first; those that have lapsed are among them. */
    public static List<State.Quote> in(History past, Playbook playbook) {
        List<State.Quote> quotes = new ArrayList<>();
        for (Interaction row : past.interactions()) {
            State.Quote quote = quote(row, playbook);
            if (quote != null) {
                quotes.add(quote);
            }
        }
        return List.copyOf(quotes);
    }

    private static State.@Nullable Quote quote(Interaction row, Playbook playbook) {
        BigDecimal price = row.details().price();
        boolean told = row.outcome() == Outcome.PRESENTED || row.outcome() == Outcome.SENT;
        Action action = playbook.catalogue().find(row.action());
        Span valid = action == null ? null : action.limits().quoteValid();
        if (price == null || !told || valid == null) {
            return null;
        }
        Instant until = valid.after(row.at().atZone(playbook.settings().zone())).toInstant();
        return new State.Quote(row.action(), price, row.channel(), row.at(), until);
    }
}
