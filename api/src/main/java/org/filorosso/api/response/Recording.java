package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.filorosso.api.response.InteractionStore.About;
import org.filorosso.api.response.InteractionStore.Outcoming;
import org.filorosso.api.response.InteractionStore.Past;
import org.filorosso.api.response.QuoteStore.Quote;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.engine.playbook.Outcome;

/**
 * Records the responses of many callers in one running transaction. It locks in one order on every node: subjects, keys,
 * quotes, counters, what was learnt, pages of histories; so no two transactions wait for each other.
 */
final class Recording {
    private static final int MOST_LAPSED = 200;

    private final ResponseStores stores;
    private final Instant now;

    Recording(ResponseStores stores, Instant now) {
        this.stores = stores;
        this.now = now;
    }

    /**
     * What was done.
     *
     * @param answers by key, as they are first given
     * @param repeated keys that had been recorded before
     * @param rows what is new
     * @param changes of counters
     */
    record Done(
            Map<String, Recorded.One> answers,
            Set<String> repeated,
            List<Outcoming> rows,
            Map<Key, BigDecimal> changes) {}

    /** @throws Reused when a key was used for something else: then nothing may be committed */
    Done record(List<Response> responses) {
        Map<String, Response> byKey = new LinkedHashMap<>();
        responses.forEach(response -> byKey.putIfAbsent(response.key(), response));
        Reused.check(responses, response -> digest(byKey, response));
        stores.locks().hold(responses.stream().map(Response::subject).collect(Collectors.toSet()));
        List<Response> sorted = byKey.values().stream()
                .sorted(Comparator.comparing(Response::key))
                .toList();
        Set<String> claimed = stores.keys().claim(sorted, now);
        Set<String> taken = new HashSet<>(byKey.keySet());
        taken.removeAll(claimed);
        Map<String, ResponseKeyStore.Kept> kept = stores.keys().read(taken);
        Reused.check(responses, response -> digest(kept, response));
        List<Response> fresh = byKey.values().stream()
                .filter(response -> claimed.contains(response.key()))
                .toList();
        Map<String, Recorded.One> answers = new HashMap<>();
        kept.forEach((key, one) -> answers.put(key, one.answer()));
        return fresh.isEmpty() ? new Done(answers, taken, List.of(), Map.of()) : add(fresh, answers, taken);
    }

    private static String digest(Map<String, ?> known, Response response) {
        Object one = known.get(response.key());
        return one instanceof Response other
                ? other.digest()
                : one instanceof ResponseKeyStore.Kept kept ? kept.digest() : response.digest();
    }

    private Done add(List<Response> fresh, Map<String, Recorded.One> answers, Set<String> taken) {
        Set<About> abouts = fresh.stream().map(Recording::about).collect(Collectors.toSet());
        Map<About, List<Past>> past = stores.interactions().past(abouts);
        List<Quote> quotes = quotes(fresh, abouts);
        Ledger ledger = new Ledger(stores.counters(), keys(fresh, quotes, past));
        Standing standing = new Standing(quotes);
        standing.lapse(now, about -> !abouts.contains(about), ledger);
        Weighing weighing = new Weighing(ledger, standing, past, contacted(fresh));
        List<Outcoming> rows = fresh.stream().map(weighing::weigh).toList();
        standing.lapse(now, about -> true, ledger);
        Map<Key, BigDecimal> changes = ledger.write();
        standing.write(stores.quotes());
        stores.learnt().add(learn(rows, past).changes());
        stores.interactions().add(rows, now);
        stores.keys().refuse(refused(rows));
        if (stores.outbox().wanted()) {
            stores.outbox().append(rows.stream().map(Messages::of).toList());
        }
        stores.pages().append(rows.stream().map(Outcoming::entry).toList());
        rows.forEach(row -> answers.put(row.response().key(), answer(row)));
        return new Done(answers, taken, rows, changes);
    }

    private static About about(Response response) {
        return new About(response.subject(), response.proposal().action());
    }

    private List<Quote> quotes(List<Response> fresh, Set<About> abouts) {
        boolean units = fresh.stream()
                .anyMatch(response -> response.outcome() == Outcome.ACCEPTED || Standing.terms(response) != null);
        if (!units) {
            return List.of();
        }
        List<Quote> quotes = new ArrayList<>(stores.quotes().of(abouts));
        quotes.addAll(stores.quotes().lapsed(now, MOST_LAPSED));
        return quotes;
    }

    private static SortedSet<Key> keys(List<Response> fresh, List<Quote> quotes, Map<About, List<Past>> past) {
        Collection<List<Past>> undone = fresh.stream()
                .filter(response -> response.outcome() == Outcome.REVERSED)
                .map(response -> past.getOrDefault(about(response), List.of()))
                .toList();
        return Weighing.keys(fresh, quotes, undone);
    }

    private Set<String> contacted(List<Response> fresh) {
        return stores.interactions()
                .contacted(fresh.stream()
                        .filter(Response::newContact)
                        .map(response -> response.proposal().interactionId())
                        .collect(Collectors.toSet()));
    }

    private static Learning learn(List<Outcoming> rows, Map<About, List<Past>> past) {
        Learning learning = new Learning();
        Map<About, List<Outcoming>> byAbout =
                rows.stream().collect(Collectors.groupingBy(row -> about(row.response())));
        byAbout.forEach((about, added) -> {
            List<Past> before = past.getOrDefault(about, List.of());
            List<Past> after = new ArrayList<>(before);
            added.forEach(row -> after.add(row.past()));
            learning.learn(
                    before, after, added.get(0).response().playbook().settings().zone());
        });
        return learning;
    }

    private static List<String> refused(List<Outcoming> rows) {
        return rows.stream()
                .filter(row -> !row.granted())
                .map(row -> row.response().key())
                .toList();
    }

    private static Recorded.One answer(Outcoming row) {
        Response response = row.response();
        Proposal proposal = response.proposal();
        return new Recorded.One(
                response.key(),
                proposal.interactionId(),
                proposal.action(),
                response.outcome().code(),
                row.granted(),
                false);
    }
}
