package org.filorosso.api.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Dialect;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/** Writes responses: those of all who wait in one transaction, each caller's all or none, each key once. */
final class ResponseWriter implements AutoCloseable {
    private static final int MOST = 64;
    private static final int QUEUED = 2_000;

    private final Database database;
    private final ResponseStores stores;
    private final DatabaseClock clock;
    private final Consumer<Recording.Done> after;
    private final Batcher<List<Response>, Result> batcher;

    /** @param after told of everything that was committed */
    ResponseWriter(Database database, ResponseStores stores, DatabaseClock clock, Consumer<Recording.Done> after) {
        this.database = database;
        this.stores = stores;
        this.clock = clock;
        this.after = after;
        int threads = database.dialect() == Dialect.H2 ? 1 : 2;
        this.batcher = new Batcher<>("responses", new Batcher.Size(threads, MOST, QUEUED), this::record);
    }

    /** What came of one caller's responses; one of both is null. */
    private record Result(
            @org.jspecify.annotations.Nullable List<Recorded.One> answers,
            @org.jspecify.annotations.Nullable RuntimeException failure) {

        List<Recorded.One> orThrow() {
            if (answers == null) {
                throw failure == null ? new IllegalStateException("neither an answer nor a failure") : failure;
            }
            return answers;
        }
    }

    /** Writes responses, all or none; they are durable when the future completes. */
    CompletableFuture<List<Recorded.One>> write(List<Response> responses) {
        return batcher.submit(responses).thenApply(Result::orThrow);
    }

    private List<Result> record(List<List<Response>> calls) {
        Result[] results = new Result[calls.size()];
        while (Arrays.stream(results).anyMatch(Objects::isNull)) {
            try {
                commit(calls, results);
            } catch (Reused e) {
                refuse(calls, e, results);
            } catch (PessimisticLockingFailureException e) {
                // a lock that somebody else holds for too long: the batcher tries each alone
                throw e;
            } catch (DataAccessException | TransactionException e) {
                if (!Durable.away(e)) {
                    throw e;
                }
                // without a database each alone would only wait in vain
                fill(results, i -> new Result(null, e));
            }
        }
        return List.of(results);
    }

    private void commit(List<List<Response>> calls, Result[] results) {
        List<Response> all = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            all.addAll(results[i] == null ? calls.get(i) : List.of());
        }
        Recording.Done done = database.inTransaction(() -> new Recording(stores, now()).record(all));
        after.accept(done);
        Set<String> told = new HashSet<>(done.repeated());
        fill(results, i -> new Result(answers(calls.get(i), done, told), null));
    }

    private static void fill(Result[] results, IntFunction<Result> with) {
        for (int i = 0; i < results.length; i++) {
            results[i] = results[i] == null ? with.apply(i) : results[i];
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static List<Recorded.One> answers(List<Response> call, Recording.Done done, Set<String> told) {
        List<Recorded.One> answers = new ArrayList<>();
        for (Response response : call) {
            Recorded.One answer = done.answers().get(response.key());
            if (answer == null) {
                throw new IllegalStateException("a response without an answer");
            }
            answers.add(told.add(response.key()) ? answer : answer.again());
        }
        return answers;
    }

    private static void refuse(List<List<Response>> calls, Reused reused, Result[] results) {
        for (int i = 0; i < calls.size(); i++) {
            List<Fault> faults = faults(calls.get(i), reused.responses());
            if (!faults.isEmpty()) {
                Refusal refusal = Refusal.of(Kind.REUSED, "A key was used for another response.", faults);
                results[i] = new Result(null, refusal);
            }
        }
    }

    private static List<Fault> faults(List<Response> call, Set<Response> reused) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < call.size(); i++) {
            if (reused.contains(call.get(i))) {
                faults.add(new Fault(
                        "/responses/" + i + "/key",
                        "was used for another response",
                        call.get(i).key(),
                        "Maybe a key of its own."));
            }
        }
        return faults;
    }

    @Override
    public void close() {
        batcher.close();
    }
}
