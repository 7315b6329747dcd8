package org.filorosso.api.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.Stops;
import org.filorosso.api.problem.Fault;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.api.subject.StoredSubject;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.run.outbound.Audience;
import org.filorosso.simulator.run.outbound.Contact;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of outbound runs, decided and written as any other decision: by what is known of the subject at that
 * moment, counted, in his history from then on. Reads and writes wait their turn behind those of callers. Safe to share
 * between threads.
 */
public final class OutboundContacts {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MOST_PAUSES = 200;
    private static final long PATIENCE_SECONDS = 30;

    private final Answering.Parts parts;
    private final DecisionStore store;
    private final SharedCounts counts;
    private final Stops stops;

    OutboundContacts(Answering.Parts parts, DecisionStore store, SharedCounts counts, Stops stops) {
        this.parts = parts;
        this.store = store;
        this.counts = counts;
        this.stops = stops;
    }

    /**
     * What all contacts of a run have in common.
     *
     * @param run its id: a subject is contacted once by a run, whoever works on it
     * @param at the time of all decisions
     * @param language or null: each subject's own
     * @param scarce names of actions that not everybody can have
     */
    public record Terms(
            String run,
            LivePlaybook live,
            Instant at,
            Map<String, Object> contexts,
            @Nullable String language,
            Set<String> scarce) {

        /** The terms under the caps and budgets of the playbook. */
        public Terms(
                String run, LivePlaybook live, Instant at, Map<String, Object> contexts, @Nullable String language) {
            this(run, live, at, contexts, language, OutboundContacts.scarce(live.playbook()));
        }
    }

    /**
     * What became of a contact.
     *
     * @param contact as it was recorded
     * @param dropped why nobody is contacted, or null
     */
    public record Outcome(Contact contact, @Nullable String dropped) {}

    /**
     * The context attributes of a question, typed by the playbook.
     *
     * @param faults receives what is wrong with them
     */
    public static Map<String, Object> contexts(
            Playbook playbook,
            @Nullable Map<String, tools.jackson.databind.@Nullable JsonNode> asked,
            List<Fault> faults) {
        Faults found = new Faults();
        Map<String, Object> contexts = new AttributeCheck(playbook, found).contexts(asked);
        faults.addAll(found.found());
        return contexts;
    }

    /**
     * What all customers have used up by now, units reserved by standing quotes included.
     *
     * @throws org.springframework.dao.DataAccessException if it cannot be read
     */
    public State.Counters usedUp(Playbook playbook, Instant at) {
        counts.look();
        return counts.usedUp(playbook, at);
    }

    /** What a decision for this subject reads. */
    public Audience.Known known(LivePlaybook live, StoredSubject stored, Instant at) {
        KnownSubject known = stored.seenBy(live.playbook(), at);
        State state = parts.maker().state(live.playbook(), known, at);
        return new Audience.Known(known.subject(), state);
    }

    /**
     * All that is stored of some subjects, in their order.
     *
     * @throws Refusal if the database stays too busy
     * @throws org.springframework.dao.DataAccessException if it cannot be read
     */
    public List<StoredSubject> read(List<String> ids) {
        List<StoredSubject> read = new ArrayList<>(ids.size());
        List<CompletableFuture<StoredSubject>> reads =
                ids.stream().map(parts.subjects()::read).toList();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            read.add(await(reads.get(i), () -> parts.subjects().read(id)));
        }
        return read;
    }

    /**
     * Decides the contacts once more, by what is known now, and writes them: each all at once with what it uses up. Who
     * was contacted by this run before is not contacted again.
     *
     * @param meant at most some dozens, each of another subject
     * @return in the same order
     * @throws Refusal if the database stays too busy; some may have been written
     * @throws org.springframework.dao.DataAccessException if it fails; some may have been written
     */
    public List<Outcome> record(Terms terms, List<Contact> meant) {
        Set<String> done =
                store.known(meant.stream().map(Contact::interactionId).toList());
        List<Contact> open = meant.stream()
                .filter(contact -> !done.contains(contact.interactionId()))
                .toList();
        List<StoredSubject> stored = read(open.stream().map(Contact::id).toList());
        List<OneContact> begun = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            OneContact one = new OneContact(parts, counts, stops, terms, open.get(i));
            one.begin(stored.get(i));
            begun.add(one);
        }
        Map<Contact, Outcome> outcomes = new HashMap<>();
        begun.forEach(one -> outcomes.put(one.meant(), one.end()));
        return meant.stream()
                .map(contact -> outcomes.getOrDefault(contact, new Outcome(contact, null)))
                .toList();
    }

    /** Work that is asked for until there is room for it. */
    interface Asked<T> {
        CompletableFuture<T> again();
    }

    static <T> T await(CompletableFuture<T> first, Asked<T> work) {
        CompletableFuture<T> current = first;
        for (int i = 0; i < MOST_PAUSES; i++) {
            try {
                return current.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof RejectedExecutionException)) {
                    throw e.getCause() instanceof RuntimeException known ? known : e;
                }
                LockSupport.parkNanos(PAUSE);
                current = work.again();
            }
        }
        throw Refusal.of(Kind.UNAVAILABLE, "The database is too busy for an outbound run.");
    }

    /** Names of actions that not everybody can have: caps and budgets of their own hold them back. */
    private static Set<String> scarce(Playbook playbook) {
        Set<String> scarce = new HashSet<>();
        playbook.catalogue().actions().stream()
                .filter(action -> action.limits().maxPerDay() != null
                        || action.limits().maxTotal() != null
                        || playbook.tables().budgets().stream()
                                .anyMatch(budget ->
                                        budget.stop() && budget.target().names(action.index())))
                .forEach(action -> scarce.add(action.name()));
        return scarce;
    }
}
