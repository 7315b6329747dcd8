package org.filorosso.api.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.filorosso.api.response.InteractionStore.About;
import org.filorosso.api.response.QuoteStore.Quote;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Action;
import org.jspecify.annotations.Nullable;

/** The quotes that one transaction sees, and what it changes in them. */
final class Standing {
    private final Map<About, List<Quote>> quotes = new HashMap<>();
    private final Map<String, Quote> released = new LinkedHashMap<>();
    private final Map<String, Quote> made = new LinkedHashMap<>();

    Standing(Collection<Quote> quotes) {
        quotes.forEach(this::keep);
    }

    private void keep(Quote quote) {
        List<Quote> of = quotes.computeIfAbsent(quote.about(), unknown -> new ArrayList<>());
        if (of.stream().noneMatch(one -> one.interactionId().equals(quote.interactionId()))) {
            of.add(quote);
        }
    }

    /** Gives back what lapsed quotes hold. */
    void lapse(Instant now, Predicate<About> whose, Ledger ledger) {
        List<Quote> lapsed = quotes.values().stream()
                .flatMap(List::stream)
                .filter(quote -> !quote.held().isEmpty() && !now.isBefore(quote.until()) && whose.test(quote.about()))
                .toList();
        lapsed.forEach(quote -> {
            ledger.giveBack(quote.held());
            release(quote);
        });
    }

    /** The quote that holds a unit for this subject and action at that time. */
    Optional<Quote> holding(About about, Instant at) {
        return quotes.getOrDefault(about, List.of()).stream()
                .filter(quote -> !quote.held().isEmpty() && quote.stands(at))
                .findFirst();
    }

    /** Whether the interaction has given its terms already. */
    boolean given(About about, String interactionId) {
        return quotes.getOrDefault(about, List.of()).stream()
                .anyMatch(quote -> quote.interactionId().equals(interactionId));
    }

    /** Its unit is taken, moved or given back: it holds nothing any more. */
    void release(Quote quote) {
        List<Quote> of = quotes.getOrDefault(quote.about(), List.of());
        Quote without = quote.holding(List.of());
        of.replaceAll(one -> one == quote ? without : one);
        String name = name(quote);
        if (made.containsKey(name)) {
            made.put(name, without);
        } else {
            released.put(name, without);
        }
    }

    void make(Quote quote) {
        keep(quote);
        made.put(name(quote), quote);
    }

    private static String name(Quote quote) {
        return quote.about() + "/" + quote.interactionId();
    }

    void write(QuoteStore store) {
        store.release(released.values());
        store.add(made.values());
    }

    /** The terms that a presentation gives, holding nothing yet; null where it gives none that have to be honoured. */
    static @Nullable Quote terms(Response response) {
        Action action = response.action();
        Span valid = action == null ? null : action.limits().quoteValid();
        var price = response.details().price();
        if (valid == null || price == null || !response.shown() || !response.offered()) {
            return null;
        }
        var until =
                valid.after(response.at().atZone(response.playbook().settings().zone()));
        return new Quote(
                new About(response.subject(), response.proposal().action()),
                response.proposal().interactionId(),
                response.playbook().name(),
                price,
                response.cost(),
                response.channel(),
                response.at(),
                until.toInstant(),
                List.of());
    }
}
