package org.filorosso.api.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Dialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where decisions are written down and found again, many at once; on disk where the database does not take them. Answers
 * that wait on disk are remembered for some minutes, so that the same request gets the same answer.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MOST_TOGETHER = 64;
    private static final int QUEUED = 1024;
    private static final Batcher.Size FINDS = new Batcher.Size(1, 64, 1024);
    private static final Batcher.Size KEYS = new Batcher.Size(1, 1, 64);
    private static final Duration SYNC = Duration.ofMillis(25);

    private final Batcher<DecisionWrite, Outcome> writes;
    private final Batcher<String, Optional<DecisionRow>> finds;
    private final Batcher<List<RequestKey>, List<DecisionStore.StoredKey>> keys;
    private final DecisionStore store;
    private final DecisionRecords records;
    private final Spool spool;
    private final Cache<String, Told> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** An answer that the database does not know yet. */
    private record Told(String bodyDigest, Answered answer) {}

    /** @param dialect H2 commits one transaction at a time: there a second writer would only make smaller ones */
    Journal(Dialect dialect, DecisionWriter writer, DecisionStore store, DecisionRecords records, Spool spool) {
        Batcher.Size size = new Batcher.Size(dialect == Dialect.H2 ? 1 : 2, MOST_TOGETHER, QUEUED);
        this.writes = new Batcher<>("decision-write", size, writer::write);
        this.finds = new Batcher<>("decision-find", FINDS, this::find);
        this.keys = new Batcher<>(
                "decision-keys", KEYS, asked -> asked.stream().map(store::keys).toList());
        this.store = store;
        this.records = records;
        this.spool = spool;
    }

    private List<Optional<DecisionRow>> find(List<String> interactionIds) {
        Map<String, DecisionRow> rows = store.find(interactionIds).stream()
                .collect(Collectors.toMap(DecisionRow::interactionId, Function.identity(), (one, same) -> one));
        return interactionIds.stream()
                .map(id -> Optional.ofNullable(rows.get(id)))
                .toList();
    }

    CompletableFuture<Outcome> submit(DecisionWrite write) {
        return writes.submit(write);
    }

    /** What the database knows under these keys. */
    CompletableFuture<List<DecisionStore.StoredKey>> keys(List<RequestKey> asked) {
        return keys.submit(asked);
    }

    /** The stored decision of an interaction; fails with a {@link Refusal} if there is none. */
    CompletableFuture<DecisionRecord> find(String interactionId) {
        return finds.submit(interactionId)
                .thenApply(row -> row.map(records::record)
                        .orElseThrow(() -> Refusal.of(
                                Kind.NOT_FOUND, "There is no decision of the interaction (" + interactionId + ").")));
    }

    /** The answer that a request got when the database did not take it, or null. */
    @Nullable
    Answered told(@Nullable RequestKey key) {
        Told earlier = key == null ? null : told.getIfPresent(name(key));
        if (earlier == null || key == null) {
            return null;
        }
        if (!earlier.bodyDigest().equals(key.bodyDigest())) {
            throw reused(key);
        }
        return earlier.answer();
    }

    /** Keeps a decision that the database did not take, on disk; returns what the request is answered: once the same. */
    Answered keep(DecisionWrite write, Answered answer) {
        RequestKey key = write.key();
        if (key != null) {
            Told earlier = told.asMap().putIfAbsent(name(key), new Told(key.bodyDigest(), answer));
            if (earlier != null && earlier.bodyDigest().equals(key.bodyDigest())) {
                return earlier.answer();
            }
        }
        spool(write);
        return answer;
    }

    private void spool(DecisionWrite write) {
        try {
            spool.submit(Spooled.of(write)).get(SYNC.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The disk is slow: a decision is answered before it is synced");
        } catch (ExecutionException e) {
            LOG.error("A decision was answered that neither the database nor the disk takes", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Refusal reused(RequestKey key) {
        return Refusal.at(
                Kind.REUSED,
                "/requestId",
                "was used for another question",
                key.requestId(),
                "Maybe a new id for a new question.");
    }

    private static String name(RequestKey key) {
        return key.scope() + '\n' + key.requestId();
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        writes.close();
        finds.close();
        keys.close();
        spool.close();
    }
}
