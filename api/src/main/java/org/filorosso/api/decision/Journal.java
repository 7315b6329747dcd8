package org.filorosso.api.decision;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Batcher;
import org.filorosso.api.store.Outbox;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.Privacy;
import org.jspecify.annotations.Nullable;

/** Where decisions are written down and found again, many at once. */
final class Journal implements AutoCloseable {
    private static final AnswerJson JSON = new AnswerJson(Privacy.NONE);
    private static final Batcher.Size WRITES = new Batcher.Size(2, 64, 1024);
    private static final Batcher.Size FINDS = new Batcher.Size(1, 64, 1024);

    private final Batcher<DecisionWrite, Outcome> writes;
    private final Batcher<String, Optional<DecisionRow>> finds;
    private final DecisionRecords records;
    private final @Nullable Outbox outbox;

    Journal(DecisionWriter writer, DecisionStore store, DecisionRecords records, @Nullable Outbox outbox) {
        this.writes = new Batcher<>("decision-write", WRITES, writer::write);
        this.finds = new Batcher<>("decision-find", FINDS, ids -> {
            List<DecisionRow> rows = store.find(ids);
            return ids.stream()
                    .map(id -> rows.stream()
                            .filter(row -> row.interactionId().equals(id))
                            .findFirst())
                    .toList();
        });
        this.records = records;
        this.outbox = outbox;
    }

    /** What is to be written of a decision. */
    DecisionWrite write(Made made, AtomicBoolean abandoned) {
        Outbox listener = outbox;
        Outbox.Message message = listener == null || !listener.wanted()
                ? null
                : new Outbox.Message(
                        made.decision().interactionId(), "decision", JSON.line(made.decision(), Explain.NONE));
        return new DecisionWrite(
                DecisionRows.of(made), made.ask().key(), made.newStage(), made.charges(), message, abandoned);
    }

    CompletableFuture<Outcome> submit(DecisionWrite write) {
        return writes.submit(write);
    }

    /** Keeps a decision that the database did not take, to be stored later. */
    void keep(Made made) {}

    /** The stored decision of an interaction; fails with a {@link Refusal} if there is none. */
    CompletableFuture<DecisionRecord> find(String interactionId) {
        return finds.submit(interactionId)
                .thenApply(row -> row.map(records::record)
                        .orElseThrow(() -> Refusal.of(
                                Kind.NOT_FOUND, "There is no decision of the interaction (" + interactionId + ").")));
    }

    @Override
    public void close() {
        writes.close();
        finds.close();
    }
}
