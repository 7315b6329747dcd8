package org.filorosso.api.decision;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filorosso.api.decision.DecisionWrite.AnsweredBefore;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.decision.Shortfall.Reason;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.api.subject.SubjectReader;
import org.filorosso.simulator.run.Decided;

/**
 * Answers questions: one read, the decision, one write. What the database does not do by the deadline is done without, and
 * the answer says so.
 */
final class DecisionService {
    private static final int MOST_TRIES = 20;

    private final SubjectReader subjects;
    private final DecisionMaker maker;
    private final Journal journal;
    private final Patience patience;
    private final Duration deadline;

    DecisionService(
            SubjectReader subjects, DecisionMaker maker, Journal journal, Patience patience, Duration deadline) {
        this.subjects = subjects;
        this.maker = maker;
        this.journal = journal;
        this.patience = patience;
        this.deadline = deadline;
    }

    /**
     * The answer to a question.
     *
     * @throws Refusal if its request id was used for another question
     */
    Answered answer(Ask ask) {
        return answer(ask, Deadline.in(deadline));
    }

    /** The answers to several, in order; each has its share of the time. */
    List<Answered> answers(List<Ask> asks) {
        return asks.stream().map(this::answer).toList();
    }

    private Answered answer(Ask ask, Deadline due) {
        KnownSubject known;
        try {
            known = patience.await(() -> subjects.read(ask.subjectId()), due)
                    .seenBy(ask.live().playbook(), ask.at());
        } catch (Shortfall shortfall) {
            return blind(ask, shortfall.reason());
        }
        if (ask.dryRun()) {
            return maker.make(ask, interactionId(ask), known, Set.of()).answered();
        }
        return write(ask, known, due);
    }

    /** Nothing can be known of the subject. */
    private Answered blind(Ask ask, Reason reason) {
        Made made = maker.makeBlindly(ask, interactionId(ask), reason.code());
        if (!ask.dryRun()) {
            journal.keep(made);
        }
        return made.answered();
    }

    private Answered write(Ask ask, KnownSubject known, Deadline due) {
        Set<String> usedUp = new HashSet<>();
        for (int i = 0; i < MOST_TRIES; i++) {
            Made made = maker.make(ask, interactionId(ask), known, usedUp);
            DecisionWrite write = journal.write(made, new AtomicBoolean());
            Outcome outcome;
            try {
                outcome = patience.await(() -> journal.submit(write), due);
            } catch (Shortfall shortfall) {
                return unwritten(made, write, known, shortfall.reason());
            }
            if (outcome instanceof DecisionWrite.Written) {
                return made.answered();
            }
            if (outcome instanceof AnsweredBefore before) {
                return before(ask, before, due);
            }
            if (outcome instanceof DecisionWrite.UsedUp gone) {
                usedUp.add(gone.counter());
            }
        }
        return blind(ask, Reason.FAILURE);
    }

    /** A decision that uses nothing up is told as it is; another one might overspend, so it is made without units. */
    private Answered unwritten(Made made, DecisionWrite write, KnownSubject known, Reason reason) {
        Made told = made.degraded(reason.code());
        if (!made.charges().isEmpty()) {
            write.abandoned().set(true);
            told = maker.makeUncounted(made.ask(), interactionId(made.ask()), known, reason.code());
        }
        journal.keep(told);
        return told.answered();
    }

    private Answered before(Ask ask, AnsweredBefore before, Deadline due) {
        RequestKey key = ask.key();
        if (key == null || !key.bodyDigest().equals(before.bodyDigest())) {
            throw Refusal.at(
                    Kind.REUSED,
                    "/requestId",
                    "was used for another question",
                    key == null ? null : key.requestId(),
                    "Maybe a new id for a new question.");
        }
        try {
            return again(patience.await(() -> journal.find(before.interactionId()), due), ask);
        } catch (Shortfall shortfall) {
            throw Refusal.of(
                            Kind.UNAVAILABLE,
                            "The request was answered before, but its answer cannot be read just now.")
                    .retryAfter(1);
        }
    }

    private static Answered again(DecisionRecord record, Ask ask) {
        Decided decided = record.again();
        return new Answered(ask.live(), decided.request(), decided.decision(), record.degraded(), false);
    }

    private static String interactionId(Ask ask) {
        return UlidCreator.getMonotonicUlid(ask.at().toEpochMilli()).toString();
    }
}
