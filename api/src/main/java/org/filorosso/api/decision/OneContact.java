package org.filorosso.api.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.playbook.Stops;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.api.subject.StoredSubject;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.simulator.run.outbound.Contact;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a run on its way. What comes first for the subject now is said: the action that the run meant, or another
 * one that takes nothing which the run has given to others. An action of which it has given the last unit to somebody else
 * is silenced for this decision, and the decision says so. Used by one thread.
 */
final class OneContact {
    private static final int MOST_TRIES = 20;
    private static final String HELD = "what is left of its cap or budget goes to others of the run";
    private static final String GONE = "nobody is known by this id any more";
    private static final String NOTHING = "nothing may be said to him on this channel any more";

    private final Answering.Parts parts;
    private final SharedCounts counts;
    private final Stops stops;
    private final OutboundContacts.Terms terms;
    private final Contact meant;
    private final Set<String> usedUp = new HashSet<>();
    private final List<State.Stop> held = new ArrayList<>();
    private @Nullable KnownSubject known;
    private @Nullable Made made;
    private @Nullable CompletableFuture<Outcome> pending;
    private String dropped = "";

    OneContact(Answering.Parts parts, SharedCounts counts, Stops stops, OutboundContacts.Terms terms, Contact meant) {
        this.parts = parts;
        this.counts = counts;
        this.stops = stops;
        this.terms = terms;
        this.meant = meant;
    }

    Contact meant() {
        return meant;
    }

    /** Decides and begins to write. */
    void begin(StoredSubject stored) {
        if (!stored.known()) {
            dropped = GONE;
            return;
        }
        KnownSubject seen = stored.seenBy(terms.live().playbook(), terms.at());
        Instant at = NewestRow.notBefore(seen, terms.at());
        known = at.equals(terms.at()) ? seen : stored.seenBy(terms.live().playbook(), at);
        attempt(at);
    }

    private void attempt(Instant at) {
        Made decided = decide(at);
        made = decided;
        if (decided == null) {
            dropped = NOTHING;
            pending = null;
        } else {
            pending = parts.journal().submit(parts.writes().of(decided));
        }
    }

    private @Nullable Made decide(Instant at) {
        DecisionMaker maker = new DecisionMaker(counts, this::silenced);
        KnownSubject subject = known;
        for (int i = 0; subject != null && i < MOST_TRIES; i++) {
            Made tried = maker.make(ask(at), meant.interactionId(), subject, usedUp);
            List<Decision.Result> results = tried.decision().results();
            String first = results.isEmpty() ? "" : results.get(0).action();
            Action action = terms.live().playbook().catalogue().find(first);
            if (action == null) {
                return null;
            }
            if (first.equals(meant.action()) || !terms.scarce().contains(first)) {
                return tried;
            }
            held.add(new State.Stop(terms.run(), action.path(), meant.channel(), null, HELD));
        }
        return null;
    }

    private List<State.Stop> silenced() {
        List<State.Stop> all = new ArrayList<>(stops.active());
        all.addAll(held);
        return all;
    }

    private Ask ask(Instant at) {
        Channel channel = terms.live().playbook().tables().channels().stream()
                .filter(one -> one.name().equals(meant.channel()))
                .findFirst()
                .orElseThrow();
        Ask.Where where =
                new Ask.Where(channel, Direction.OUTBOUND, List.of(new Channel.Placement(meant.placement(), 1)));
        RequestKey key = new RequestKey(
                "run/" + terms.run(),
                meant.id(),
                BodyDigest.sha256(meant.interactionId().getBytes(UTF_8)));
        return new Ask(
                key,
                meant.id(),
                terms.live(),
                where,
                terms.contexts(),
                java.util.Map.of(),
                terms.language(),
                Explain.NONE,
                false,
                at);
    }

    /** Waits for the write; what the counters no longer allow is decided again. */
    OutboundContacts.Outcome end() {
        for (int i = 0; i < MOST_TRIES; i++) {
            CompletableFuture<Outcome> write = pending;
            Made current = made;
            if (write == null || current == null) {
                return new OutboundContacts.Outcome(meant, dropped);
            }
            Outcome outcome = OutboundContacts.await(
                    write, () -> parts.journal().submit(parts.writes().of(current)));
            if (outcome instanceof DecisionWrite.Written) {
                parts.metrics().decided(current);
                return new OutboundContacts.Outcome(contact(current), null);
            }
            if (outcome instanceof DecisionWrite.AnsweredBefore) {
                return new OutboundContacts.Outcome(meant, null);
            }
            if (outcome instanceof DecisionWrite.UsedUp gone) {
                parts.metrics().capRefused();
                usedUp.add(gone.counter());
            }
            attempt(current.ask().at());
        }
        return new OutboundContacts.Outcome(meant, NOTHING);
    }

    private Contact contact(Made written) {
        Decision.Result said = written.decision().results().get(0);
        return new Contact(
                meant.id(),
                meant.channel(),
                said.action(),
                said.treatment(),
                meant.placement(),
                said.priority(),
                said.price(),
                said.cost(),
                meant.interactionId());
    }
}
