package org.filorosso.api.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.playbook.Stops;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Brings together what a decision reads, and lets the engine decide. Touches no database. */
final class DecisionMaker {
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private final SharedCounts counts;
    private final Stops stops;

    DecisionMaker(SharedCounts counts, Stops stops) {
        this.counts = counts;
        this.stops = stops;
    }

    /**
     * The decision for a subject that could be read.
     *
     * @param usedUp names of counters that an exact count found used up
     */
    Made make(Ask ask, String interactionId, KnownSubject known, Set<String> usedUp) {
        return make(ask, interactionId, known, true, usedUp);
    }

    /**
     * The decision when nothing can be known or counted: no marketing, and nothing where units are limited.
     *
     * @param reason why
     */
    Made makeBlindly(Ask ask, String interactionId, String reason) {
        KnownSubject unknown = KnownSubject.unknown(ask.subjectId());
        return make(ask, interactionId, unknown, false, limited(ask)).degraded(reason);
    }

    /**
     * The decision for a subject that could be read, when what it would use up cannot be counted.
     *
     * @param reason why
     */
    Made makeUncounted(Ask ask, String interactionId, KnownSubject known, String reason) {
        return make(ask, interactionId, known, true, limited(ask)).degraded(reason);
    }

    private Made make(Ask ask, String interactionId, KnownSubject known, boolean consentKnown, Set<String> usedUp) {
        Playbook playbook = ask.live().playbook();
        Subject subject = overridden(known.subject(), ask.overrides());
        Request request = request(ask, interactionId);
        State.Counters used = counts.usedUp(playbook, ask.at());
        RecordingCounters recording =
                new RecordingCounters(usedUp.isEmpty() ? used : new UsedUpCounters(used, playbook, usedUp));
        SharedCounts.Learnt learnt = counts.learnt(playbook, ask.at());
        BetaCounts taught = learnt.counts();
        State state = state(known, recording, taught, consentKnown, ask.at());
        Decision decision = ask.live().engine().decide(subject, request, state);
        String learntId = taught.counts().isEmpty() ? null : learnt.id();
        return new Made(
                ask,
                new Facts(subject, request, state, learntId),
                decision,
                recording.read(),
                Charges.of(playbook, request, decision, usedUp),
                consentKnown && ask.overrides().isEmpty() && !decision.stage().equals(known.stage())
                        ? decision.stage()
                        : null,
                null);
    }

    /** All but the profile that a decision for a subject reads, when it can be read and counted. */
    State state(Playbook playbook, KnownSubject known, Instant at) {
        return state(
                known, counts.usedUp(playbook, at), counts.learnt(playbook, at).counts(), true, at);
    }

    private State state(KnownSubject known, State.Counters used, BetaCounts taught, boolean consentKnown, Instant at) {
        return new State(
                used,
                known.quotes(),
                taught,
                stops.active(),
                consentKnown,
                days(known.stageSince(), at),
                State.Fixed.NOTHING);
    }

    private static Request request(Ask ask, String interactionId) {
        return new Request(
                interactionId,
                ask.at(),
                ask.where().channel().name(),
                ask.where().direction(),
                ask.where().placements(),
                ask.contexts(),
                ask.language(),
                ask.explain());
    }

    private static Subject overridden(Subject subject, Map<String, @Nullable Object> overrides) {
        if (overrides.isEmpty()) {
            return subject;
        }
        Map<String, Subject.Dated> attributes = new LinkedHashMap<>(subject.attributes());
        overrides.forEach((name, value) -> {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, Subject.Dated.of(value));
            }
        });
        return new Subject(
                subject.id(),
                subject.household(),
                subject.language(),
                attributes,
                subject.consents(),
                subject.preferredChannels(),
                subject.lists(),
                subject.past(),
                subject.householdPast(),
                subject.worth());
    }

    /** How long he has been in his stage; null where that is not known. */
    private static @Nullable Double days(@Nullable Instant since, Instant at) {
        return since == null || since.isAfter(at)
                ? null
                : Duration.between(since, at).toMillis() / MILLIS_PER_DAY;
    }

    /** Every counter that an outbound contact could use up. */
    private static Set<String> limited(Ask ask) {
        if (ask.where().direction() != Direction.OUTBOUND) {
            return Set.of();
        }
        List<String> budgets = ask.live().playbook().tables().budgets().stream()
                .filter(budget -> budget.stop())
                .map(budget -> Charges.BUDGET + budget.id())
                .toList();
        Set<String> names = new java.util.HashSet<>(budgets);
        names.add(Charges.CONTACTS + ask.where().channel().name());
        return names;
    }
}
