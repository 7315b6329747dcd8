package org.filorosso.api.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.filorosso.api.response.InteractionStore.About;
import org.filorosso.api.response.InteractionStore.Outcoming;
import org.filorosso.api.response.InteractionStore.Past;
import org.filorosso.api.response.QuoteStore.Quote;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.playbook.Outcome;

/**
 * Weighs responses one after the other, in the order in which they came: which are granted, what they use up, what they
 * give back.
 */
final class Weighing {
    private static final List<Charge> NOTHING = List.of();

    private final Ledger ledger;
    private final Standing standing;
    private final Map<About, List<Past>> past;
    private final Set<String> contacted;

    /**
     * @param past what each subject did about each action, oldest first
     * @param contacted the interactions that were counted as a contact already
     */
    Weighing(Ledger ledger, Standing standing, Map<About, List<Past>> past, Set<String> contacted) {
        this.ledger = ledger;
        this.standing = standing;
        this.past = new HashMap<>(past);
        this.contacted = contacted;
    }

    /** Every counter that weighing these may change. */
    static SortedSet<Key> keys(List<Response> responses, Collection<Quote> quotes, Collection<List<Past>> past) {
        SortedSet<Key> keys = new TreeSet<>();
        for (Response response : responses) {
            add(keys, response.newContact() ? Charges.contact(response) : NOTHING);
            add(keys, Standing.terms(response) == null ? NOTHING : Charges.reservation(response));
            add(keys, response.outcome() == Outcome.ACCEPTED ? Charges.acceptance(response) : NOTHING);
        }
        quotes.forEach(quote -> add(keys, quote.held()));
        past.forEach(rows -> rows.forEach(row -> add(keys, row.charged())));
        return keys;
    }

    private static void add(SortedSet<Key> keys, List<Charge> charges) {
        charges.forEach(charge -> keys.add(charge.key()));
    }

    /** What becomes of a response. */
    Outcoming weigh(Response response) {
        Outcoming row = switch (response.outcome()) {
            case SENT, PRESENTED -> shown(response);
            case ACCEPTED -> accepted(response);
            case REVERSED -> reversed(response);
            default -> new Outcoming(response, true, NOTHING);
        };
        remember(row);
        return row;
    }

    private static About about(Response response) {
        return new About(response.subject(), response.proposal().action());
    }

    private void remember(Outcoming row) {
        About about = about(row.response());
        List<Past> rows = new ArrayList<>(past.getOrDefault(about, List.of()));
        rows.add(row.past());
        past.put(about, rows);
    }

    private Outcoming shown(Response response) {
        List<Charge> contact =
                response.newContact() && contacted.add(response.proposal().interactionId())
                        ? Charges.contact(response)
                        : NOTHING;
        Quote terms = Standing.terms(response);
        boolean granted = ledger.take(contact) && (terms == null || reserve(response, terms));
        return new Outcoming(response, granted, NOTHING);
    }

    /** The first terms of an action hold a unit; later ones that stand longer take it over. */
    private boolean reserve(Response response, Quote terms) {
        if (standing.given(terms.about(), terms.interactionId()) || acceptedThere(response)) {
            return true;
        }
        Optional<Quote> before = standing.holding(terms.about(), response.at());
        if (before.isPresent() && !before.get().until().isBefore(terms.until())) {
            standing.make(terms);
            return true;
        }
        List<Charge> unit = before.map(Quote::held).orElseGet(() -> Charges.reservation(response));
        if (before.isEmpty() && !ledger.take(unit)) {
            return false;
        }
        before.ifPresent(standing::release);
        standing.make(terms.holding(unit));
        return true;
    }

    private boolean acceptedThere(Response response) {
        return past.getOrDefault(about(response), List.of()).stream()
                .anyMatch(row -> row.row().outcome() == Outcome.ACCEPTED
                        && row.row().id().equals(response.proposal().interactionId()));
    }

    private Outcoming accepted(Response response) {
        if (Undone.already(past.getOrDefault(about(response), List.of()), response.at())) {
            return new Outcoming(response, true, NOTHING);
        }
        Optional<Quote> quote = standing.holding(about(response), response.at());
        List<Charge> charges = new ArrayList<>();
        if (quote.isPresent()) {
            charges.addAll(quote.get().held());
            charges.add(Charges.taken(response));
            ledger.take(List.of(Charges.taken(response)));
            standing.release(quote.get());
            return new Outcoming(response, true, charges);
        }
        charges.addAll(Charges.acceptance(response));
        boolean granted = ledger.take(charges);
        return new Outcoming(response, granted, granted ? charges : NOTHING);
    }

    private Outcoming reversed(Response response) {
        Undone.by(past.getOrDefault(about(response), List.of()), response.at())
                .ifPresent(row -> ledger.giveBack(row.charged()));
        return new Outcoming(response, true, NOTHING);
    }
}
