package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.api.decision.Charges.Charge;
import org.filorosso.api.decision.DecisionStore.StoredKey;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.subject.HistoryPages;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Writes the decisions of many requests in one transaction. Rows that several transactions want are taken in one order
 * everywhere: keys, counters, stages, pages of histories, each sorted. So nobody waits in a circle.
 */
final class DecisionWriter {
    private static final int ROWS = 64;

    private final Database database;
    private final DecisionStore store;
    private final CounterStore counters;
    private final HistoryPages pages;
    private final @Nullable Outbox outbox;

    DecisionWriter(Database database, CounterStore counters, @Nullable Outbox outbox) {
        this.database = database;
        this.store = new DecisionStore(database);
        this.counters = counters;
        this.pages = new HistoryPages(database);
        this.outbox = outbox;
    }

    /** Writes them; one outcome each, in order. */
    List<Outcome> write(List<DecisionWrite> writes) {
        List<DecisionWrite> wanted =
                writes.stream().filter(write -> !write.abandoned().get()).toList();
        if (wanted.isEmpty()) {
            return writes.stream()
                    .map(write -> (Outcome) new DecisionWrite.Again())
                    .toList();
        }
        return database.inTransaction(() -> new Batch(wanted).run(writes));
    }

    /** One transaction. */
    private final class Batch {
        private final Set<DecisionWrite> left = Collections.newSetFromMap(new IdentityHashMap<>());
        private final IdentityHashMap<DecisionWrite, Outcome> outcomes = new IdentityHashMap<>();

        Batch(List<DecisionWrite> writes) {
            left.addAll(writes);
        }

        List<Outcome> run(List<DecisionWrite> asked) {
            passOverKnown();
            keys();
            charge();
            if (!left.isEmpty()) {
                rows();
            }
            left.forEach(write -> outcomes.put(write, new DecisionWrite.Written()));
            return asked.stream()
                    .map(write -> outcomes.getOrDefault(write, new DecisionWrite.Again()))
                    .toList();
        }

        private void settle(DecisionWrite write, Outcome outcome) {
            outcomes.put(write, outcome);
            left.remove(write);
        }

        /** After a commit whose reply was lost, what is tried again must not be charged again. */
        private void passOverKnown() {
            List<DecisionWrite> charged =
                    left.stream().filter(write -> !write.charges().isEmpty()).toList();
            if (!charged.isEmpty()) {
                Set<String> known = store.known(charged.stream()
                        .map(write -> write.row().interactionId())
                        .toList());
                charged.stream()
                        .filter(write -> known.contains(write.row().interactionId()))
                        .forEach(write -> settle(write, new DecisionWrite.Written()));
            }
        }

        private void keys() {
            Map<RequestKey, DecisionWrite> byKey = new TreeMap<>();
            for (DecisionWrite write : List.copyOf(left)) {
                RequestKey key = write.key();
                if (key != null && byKey.putIfAbsent(key, write) != null) {
                    settle(write, new DecisionWrite.Again());
                }
            }
            List<StoredKey> keys = byKey.entrySet().stream()
                    .map(entry -> new StoredKey(
                            entry.getKey(),
                            entry.getValue().row().interactionId(),
                            entry.getValue().row().at()))
                    .toList();
            if (!keys.isEmpty() && store.insertKeys(keys) < keys.size()) {
                store.keys(byKey.keySet()).forEach(stored -> giveWay(byKey, stored));
            }
        }

        private void giveWay(Map<RequestKey, DecisionWrite> byKey, StoredKey stored) {
            DecisionWrite write = byKey.get(stored.key());
            if (write != null && !write.row().interactionId().equals(stored.interactionId())) {
                settle(
                        write,
                        new DecisionWrite.AnsweredBefore(
                                stored.interactionId(), stored.key().bodyDigest()));
            }
        }

        /** All of a counter at once; one by one where that is too much. */
        private void charge() {
            Map<CounterStore.Key, List<DecisionWrite>> byCounter = new TreeMap<>();
            left.forEach(write -> write.charges()
                    .forEach(charge -> byCounter
                            .computeIfAbsent(charge.key(), key -> new ArrayList<>())
                            .add(write)));
            byCounter.forEach(this::charge);
        }

        private void charge(CounterStore.Key key, List<DecisionWrite> writes) {
            List<DecisionWrite> paying = writes.stream().filter(left::contains).toList();
            if (paying.size() > 1 && paying.stream().allMatch(write -> limited(write, key))) {
                BigDecimal sum = paying.stream()
                        .map(write -> charge(write, key).amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (counters.add(key, sum, charge(paying.get(0), key).limit())) {
                    return;
                }
            }
            for (DecisionWrite write : paying) {
                Charge charge = charge(write, key);
                if (!counters.add(key, charge.amount(), charge.limit())) {
                    giveBack(write, key);
                }
            }
        }

        private static boolean limited(DecisionWrite write, CounterStore.Key key) {
            return charge(write, key).limit() != null;
        }

        private static Charge charge(DecisionWrite write, CounterStore.Key key) {
            return find(write, key).orElseThrow();
        }

        private static Optional<Charge> find(DecisionWrite write, CounterStore.Key key) {
            return write.charges().stream()
                    .filter(charge -> charge.key().equals(key))
                    .findFirst();
        }

        /** Undoes what the request already took: counters before this one, and its key. */
        private void giveBack(DecisionWrite write, CounterStore.Key missing) {
            write.charges().stream()
                    .filter(charge -> charge.key().compareTo(missing) < 0)
                    .forEach(
                            charge -> counters.add(charge.key(), charge.amount().negate(), null));
            RequestKey key = write.key();
            if (key != null) {
                store.deleteKey(key);
            }
            settle(write, new DecisionWrite.UsedUp(missing.name()));
        }

        private void rows() {
            List<DecisionRow> rows = left.stream().map(DecisionWrite::row).toList();
            int stored = 0;
            for (int from = 0; from < rows.size(); from += ROWS) {
                stored += store.insert(rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
            if (stored < rows.size()
                    && left.stream().anyMatch(write -> !write.charges().isEmpty())) {
                throw new ConcurrencyFailureException("An earlier attempt to write these decisions came through");
            }
            left.stream()
                    .filter(write -> write.newStage() != null)
                    .sorted(Comparator.comparing(
                                    (DecisionWrite write) -> write.row().subjectId())
                            .thenComparing(write -> write.row().playbook()))
                    .forEach(write -> store.stage(write.row(), String.valueOf(write.newStage())));
            Outbox listener = outbox;
            List<Outbox.Message> messages = new ArrayList<>();
            left.forEach(write -> {
                Outbox.Message message = write.message();
                if (message != null) {
                    messages.add(message);
                }
            });
            if (listener != null && !messages.isEmpty()) {
                listener.append(messages);
            }
            pages(rows, stored);
        }

        /** Which of several rows an earlier attempt has stored is not worth to be found out. */
        private void pages(List<DecisionRow> rows, int stored) {
            if (stored < rows.size()) {
                pages.forget(rows.stream().map(DecisionRow::subjectId).toList());
            } else {
                pages.append(
                        rows.stream().flatMap(row -> row.entries().stream()).toList());
            }
        }
    }
}
