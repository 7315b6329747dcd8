package org.filorosso.api.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.store.Outbox;
import org.filorosso.api.subject.HistoryPages;
import org.filorosso.api.subject.OptOuts;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/** Writes events: those of all who wait in one transaction, each caller's all or none, each once. */
final class EventWriter implements AutoCloseable {
    private static final int MOST = 64;
    private static final int QUEUED = 2_000;

    private final Database database;
    private final Effects effects;
    private final DatabaseClock clock;
    private final Batcher<List<Happening>, Result> batcher;

    EventWriter(Database database, Effects effects, DatabaseClock clock) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
        int threads = database.dialect() == Dialect.H2 ? 1 : 2;
        this.batcher = new Batcher<>("events", new Batcher.Size(threads, MOST, QUEUED), this::record);
    }

    /** All that an event changes. */
    record Effects(EventStore events, OptOuts optOuts, Outbox outbox, HistoryPages pages) {

        /** Writes new events, in the running transaction. */
        void write(List<Happening> fresh, Instant now) {
            events.add(fresh, now);
            optOuts.refuse(
                    fresh.stream()
                            .filter(event -> event.event().equals("opt-out"))
                            .filter(event -> event.fields().path("purpose").isString())
                            .map(event -> new OptOuts.OptOut(
                                    event.subject(),
                                    event.fields().path("purpose").stringValue(),
                                    event.at()))
                            .toList(),
                    "event",
                    now);
            if (outbox.wanted()) {
                outbox.append(fresh.stream().map(Messages::of).toList());
            }
            pages.append(fresh.stream().map(Happening::entry).toList());
        }
    }

    private sealed interface Result {
        record Written(List<RecordedEvents.One> answers) implements Result {}

        record Failed(RuntimeException why) implements Result {}

        default List<RecordedEvents.One> orThrow() {
            if (this instanceof Failed failed) {
                throw failed.why();
            }
            return ((Written) this).answers();
        }
    }

    /** Writes events, all or none; they are durable when the future completes. */
    CompletableFuture<List<RecordedEvents.One>> write(List<Happening> happenings) {
        return batcher.submit(happenings).thenApply(Result::orThrow);
    }

    private List<Result> record(List<List<Happening>> calls) {
        try {
            return database.inTransaction(() -> add(calls));
        } catch (PessimisticLockingFailureException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            if (!Durable.away(e)) {
                throw e;
            }
            // without a database each alone would only wait in vain
            return calls.stream().map(call -> (Result) new Result.Failed(e)).toList();
        }
    }

    private List<Result> add(List<List<Happening>> calls) {
        Instant now = clock.instant();
        Map<String, Happening> first = new TreeMap<>();
        calls.forEach(call -> call.forEach(event -> first.putIfAbsent(event.name(), event)));
        List<Happening> sorted = List.copyOf(first.values());
        EventStore events = effects.events();
        Set<String> claimed = events.claim(sorted, now);
        Map<String, String> digests = new TreeMap<>();
        sorted.forEach(event ->
                digests.put(event.name(), claimed.contains(event.name()) ? event.digest() : events.digest(event)));
        refuseReused(calls, digests);
        effects.write(
                first.values().stream()
                        .filter(event -> claimed.contains(event.name()))
                        .toList(),
                now);
        Set<String> told = new HashSet<>();
        return calls.stream().map(call -> answer(call, claimed, told)).toList();
    }

    /** One call's mistake must not refuse another's: the batcher then tries each alone. */
    private static void refuseReused(List<List<Happening>> calls, Map<String, String> digests) {
        for (List<Happening> call : calls) {
            List<Fault> faults = new ArrayList<>();
            for (int i = 0; i < call.size(); i++) {
                Happening event = call.get(i);
                if (!event.digest().equals(digests.get(event.name()))) {
                    faults.add(new Fault(
                            "/events/" + i + "/key",
                            "was used for another event",
                            event.identity(),
                            "Maybe a key of its own."));
                }
            }
            if (!faults.isEmpty()) {
                throw Refusal.of(Kind.REUSED, "A key was used for another event.", faults);
            }
        }
    }

    private static Result answer(List<Happening> call, Set<String> claimed, Set<String> told) {
        return new Result.Written(call.stream()
                .map(event -> new RecordedEvents.One(
                        event.subject(),
                        event.event(),
                        event.key(),
                        !claimed.contains(event.name()) || !told.add(event.name())))
                .toList());
    }

    @Override
    public void close() {
        batcher.close();
    }
}
