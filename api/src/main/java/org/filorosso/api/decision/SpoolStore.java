package org.filorosso.api.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.subject.HistoryPages;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Stores decisions that were told before they could be written: nothing is decided any more, so no limit holds. Rows are
 * taken in the order of {@link DecisionWriter}.
 */
final class SpoolStore {
    private final Database database;
    private final DecisionStore store;
    private final CounterStore counters;
    private final HistoryPages pages;
    private final @Nullable Outbox outbox;

    SpoolStore(Database database, CounterStore counters, @Nullable Outbox outbox) {
        this.database = database;
        this.store = new DecisionStore(database);
        this.counters = counters;
        this.pages = new HistoryPages(database);
        this.outbox = outbox;
    }

    /** Stores those that are not stored yet, in one transaction. */
    void store(List<Spooled> spooled) {
        database.transactions().executeWithoutResult(status -> {
            Set<String> known = store.known(
                    spooled.stream().map(one -> one.row().interactionId()).toList());
            List<Spooled> fresh = spooled.stream()
                    .filter(one -> !known.contains(one.row().interactionId()))
                    .toList();
            keys(fresh);
            charge(fresh);
            rows(fresh);
            // a write that came through after all did not know that it had been told as degraded
            spooled.stream()
                    .map(Spooled::row)
                    .filter(row -> known.contains(row.interactionId()))
                    .sorted(Comparator.comparing(DecisionRow::interactionId))
                    .forEach(store::markDegraded);
        });
    }

    /** A key that another answer has meanwhile stays with that one. */
    private void keys(List<Spooled> fresh) {
        TreeMap<RequestKey, DecisionStore.StoredKey> keys = new TreeMap<>();
        fresh.forEach(one -> {
            RequestKey key = one.key();
            if (key != null) {
                keys.putIfAbsent(
                        key,
                        new DecisionStore.StoredKey(
                                key, one.row().interactionId(), one.row().at()));
            }
        });
        if (!keys.isEmpty()) {
            store.insertKeys(List.copyOf(keys.values()));
        }
    }

    private void charge(List<Spooled> fresh) {
        new TreeSet<>(fresh.stream()
                        .flatMap(one -> one.charges().stream())
                        .map(Charges.Charge::key)
                        .toList())
                .forEach(key -> fresh.stream()
                        .flatMap(one -> one.charges().stream())
                        .filter(charge -> charge.key().equals(key))
                        .forEach(charge -> counters.add(key, charge.amount(), null)));
    }

    private void rows(List<Spooled> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        if (store.insert(fresh.stream().map(Spooled::row).toList()) < fresh.size()) {
            throw new ConcurrencyFailureException("A decision was stored by somebody else meanwhile");
        }
        fresh.stream()
                .filter(one -> one.newStage() != null)
                .sorted(Comparator.comparing(one -> one.row().subjectId()))
                .forEach(one -> store.stage(one.row(), String.valueOf(one.newStage())));
        Outbox listener = outbox;
        if (listener != null) {
            listener.append(fresh.stream()
                    .map(Spooled::message)
                    .flatMap(Stream::ofNullable)
                    .toList());
        }
        pages.append(fresh.stream().flatMap(one -> one.row().entries().stream()).toList());
    }
}
