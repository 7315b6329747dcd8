package org.filorosso.api.decision;

import java.time.Duration;
import java.util.List;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: one read, the decision, one write. What the database does not do by the deadline is done without, and
 * the answer says so.
 */
final class DecisionService {
    private static final Duration MOST_EACH = Duration.ofMillis(20);
    private static final Duration EXPLAINED = Duration.ofSeconds(5);

    private final Answering.Parts parts;
    private final Duration deadline;

    /** @param deadline by when a question is answered */
    DecisionService(Answering.Parts parts, Duration deadline) {
        this.parts = parts;
        this.deadline = deadline;
    }

    /**
     * The answer to a question.
     *
     * @throws Refusal if its request id was used for another question
     */
    Answered answer(Ask ask) {
        long start = System.nanoTime();
        Answering answering = new Answering(ask, parts, Deadline.in(deadline));
        answering.decide();
        Answered answer = answering.answer();
        parts.metrics().took(System.nanoTime() - start);
        return answer;
    }

    /**
     * The answers to several, in order; they take each step together.
     *
     * @throws Refusal if a request id was used for another question
     */
    List<Answered> answers(List<Ask> asks) {
        Duration together = MOST_EACH.multipliedBy(asks.size());
        Deadline due = Deadline.in(together.compareTo(deadline) < 0 ? deadline : together);
        refuseReused(asks, due);
        List<Answering> answerings =
                asks.stream().map(ask -> new Answering(ask, parts, due)).toList();
        answerings.forEach(Answering::decide);
        return answerings.stream().map(Answering::answer).toList();
    }

    /** All or nothing: told before anything is written. */
    private void refuseReused(List<Ask> asks, Deadline due) {
        List<RequestKey> keys =
                asks.stream().map(Ask::key).filter(key -> key != null).toList();
        if (keys.isEmpty()) {
            return;
        }
        Faults faults = new Faults();
        try {
            for (DecisionStore.StoredKey stored :
                    parts.patience().await(() -> parts.journal().keys(keys), due)) {
                for (int i = 0; i < asks.size(); i++) {
                    if (reused(asks.get(i).key(), stored.key())) {
                        faults.add(
                                "/requests/" + i + "/requestId",
                                "was used for another question",
                                stored.key().requestId(),
                                null);
                    }
                }
            }
        } catch (Shortfall shortfall) {
            // then each is answered as far as that goes
            return;
        }
        faults.throwIfAny(Kind.REUSED);
    }

    private static boolean reused(@Nullable RequestKey key, RequestKey stored) {
        return key != null && key.names(stored) && !key.bodyDigest().equals(stored.bodyDigest());
    }

    /**
     * A past decision, decided again from what it read.
     *
     * @throws Refusal if there is none, its facts were erased, or the database cannot be read
     */
    Answered past(String interactionId, Explain explain) {
        try {
            DecisionRecord record =
                    parts.patience().await(() -> parts.journal().find(interactionId), Deadline.in(EXPLAINED));
            LivePlaybook live = record.live();
            Decided decided = record.again(live.engine(), explain);
            return new Answered(live, decided.request(), decided.decision(), record.degraded(), false);
        } catch (Shortfall shortfall) {
            throw Refusal.of(Kind.UNAVAILABLE, "Decisions cannot be read just now.")
                    .retryAfter(1);
        }
    }
}
