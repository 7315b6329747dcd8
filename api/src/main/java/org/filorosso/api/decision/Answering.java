package org.filorosso.api.decision;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.filorosso.api.decision.DecisionWrite.AnsweredBefore;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.decision.Shortfall.Reason;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.api.subject.StoredSubject;
import org.filorosso.simulator.run.Decided;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way: the read begins, the decision is made and its write begins, the answer is known. Three steps,
 * so that many questions can take each of them together. Used by one thread.
 */
final class Answering {
    private static final int MOST_TRIES = 20;

    private Ask ask;
    private final Parts parts;
    private final Deadline due;
    private final Set<String> usedUp = new HashSet<>();
    private @Nullable Answered answer;
    private Patience.@Nullable Pending<StoredSubject> read;
    private @Nullable Attempt attempt;

    /** What answering needs. */
    record Parts(
            org.filorosso.api.subject.SubjectReader subjects,
            DecisionMaker maker,
            Writes writes,
            Journal journal,
            Patience patience,
            DecisionMetrics metrics) {}

    /** A decision whose write is under way. */
    private record Attempt(KnownSubject known, Made made, DecisionWrite write, Patience.Pending<Outcome> pending) {}

    /** Begins to read the subject. */
    Answering(Ask ask, Parts parts, Deadline due) {
        this.ask = ask;
        this.parts = parts;
        this.due = due;
        this.answer = parts.journal().told(ask.key());
        this.read =
                answer == null ? parts.patience().begin(() -> parts.subjects().read(ask.subjectId())) : null;
    }

    /** Waits for the subject, decides and begins to write. */
    void decide() {
        Patience.Pending<StoredSubject> reading = read;
        if (reading == null) {
            return;
        }
        try {
            StoredSubject stored = reading.await(due);
            KnownSubject known = stored.seenBy(ask.live().playbook(), ask.at());
            if (ask.dryRun()) {
                Made made = parts.maker().make(ask, interactionId(), known, usedUp);
                parts.metrics().decided(made);
                answer = made.answered();
            } else {
                Instant at = NewestRow.notBefore(known, ask.at());
                boolean same = at.equals(ask.at());
                ask = ask.at(at);
                attempt = attempt(same ? known : stored.seenBy(ask.live().playbook(), at));
            }
        } catch (Shortfall shortfall) {
            answer = blind(shortfall.reason());
        }
    }

    private Attempt attempt(KnownSubject known) {
        Made made = parts.maker().make(ask, interactionId(), known, usedUp);
        DecisionWrite write = parts.writes().of(made);
        return new Attempt(
                known, made, write, parts.patience().begin(() -> parts.journal().submit(write)));
    }

    /**
     * Waits for the write.
     *
     * @throws Refusal if the request id was used for another question
     */
    Answered answer() {
        Attempt current = attempt;
        for (int i = 0; answer == null && current != null && i < MOST_TRIES; i++) {
            try {
                answer = told(current, current.pending().await(due));
                current = answer == null ? attempt(current.known()) : current;
            } catch (Shortfall shortfall) {
                answer = unwritten(current, shortfall.reason());
            }
        }
        Answered found = answer;
        return found == null ? blind(Reason.FAILURE) : found;
    }

    /** What is told after a write; null when it has to be decided again. */
    private @Nullable Answered told(Attempt attempt, Outcome outcome) {
        if (outcome instanceof DecisionWrite.Written) {
            parts.metrics().decided(attempt.made());
            return attempt.made().answered();
        }
        if (outcome instanceof AnsweredBefore before) {
            return before(before);
        }
        if (outcome instanceof DecisionWrite.UsedUp gone) {
            parts.metrics().capRefused();
            usedUp.add(gone.counter());
        }
        return null;
    }

    /** Nothing can be known of the subject. */
    private Answered blind(Reason reason) {
        Made made = parts.maker().makeBlindly(ask, interactionId(), reason.code());
        parts.metrics().decided(made);
        return ask.dryRun()
                ? made.answered()
                : parts.journal().keep(parts.writes().of(made), made.answered());
    }

    /** A decision that uses nothing up is told as it is; another one might overspend, so it is made without units. */
    private Answered unwritten(Attempt attempt, Reason reason) {
        Made told = attempt.made().degraded(reason.code());
        if (!told.charges().isEmpty()) {
            attempt.write().abandoned().set(true);
            told = parts.maker().makeUncounted(ask, interactionId(), attempt.known(), reason.code());
        }
        parts.metrics().decided(told);
        return parts.journal().keep(parts.writes().of(told), told.answered());
    }

    private Answered before(AnsweredBefore before) {
        RequestKey key = ask.key();
        if (key != null && !key.bodyDigest().equals(before.bodyDigest())) {
            throw Journal.reused(key);
        }
        try {
            return again(parts.patience().await(() -> parts.journal().find(before.interactionId()), due));
        } catch (Shortfall shortfall) {
            throw Refusal.of(
                            Kind.UNAVAILABLE,
                            "The request was answered before, but its answer cannot be read just now.")
                    .retryAfter(1);
        }
    }

    private static Answered again(DecisionRecord record) {
        Decided decided = record.again();
        return new Answered(record.live(), decided.request(), decided.decision(), record.degraded(), false);
    }

    private String interactionId() {
        return UlidCreator.getMonotonicUlid(ask.at().toEpochMilli()).toString();
    }
}
