package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.feel.Reading;
import org.filorosso.engine.match.Matcher;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Playbook;

/**
 * Decides for one playbook. A decision is a pure function of its arguments: it reads no clock, no random source and no
 * store. Safe to share between threads.
 */
public final class Engine {

    private static final List<Stage> STAGES = List.of(
            new AssignmentStage(),
            new AvailabilityStage(),
            new ChannelStage(),
            new EligibilityStage(),
            new EngagementStage(StageCode.APPLICABILITY, Engagement.Policy.APPLICABILITY),
            new EngagementStage(StageCode.SUITABILITY, Engagement.Policy.SUITABILITY),
            new ContactPolicyStage(),
            new CoherenceStage(),
            new JourneyStage(),
            new TreatmentStage(),
            new ArbitrationStage(),
            new PlacementStage());

    private final Blueprint blueprint;
    private final Sight sight;

    /**
     * @param matcher finds the rows of this very playbook
     */
    public Engine(Playbook playbook, Matcher matcher) {
        this.blueprint = new Blueprint(playbook);
        this.sight = new Sight(blueprint, matcher);
    }

    public Playbook playbook() {
        return blueprint.playbook;
    }

    /**
     * The next best actions for a customer.
     *
     * @throws IllegalArgumentException when the request's channel is not one of the playbook
     */
    public Decision decide(Subject subject, Request request, State state) {
        return answer(new Deciding(sight.see(subject, request, state), state));
    }

    /**
     * Everything that could be said to a customer, best first: who came through the stages before placement, or, where
     * nobody did, the fallback actions that do. For who has to share scarce units out among many customers and therefore
     * needs second choices; the first is the first result of its placement in {@link #decide}. Nothing is worded or
     * explained.
     *
     * @throws IllegalArgumentException when the request's channel is not one of the playbook
     */
    public List<Offer> shortlist(Subject subject, Request request, State state) {
        return shortlist(new Deciding(sight.see(subject, request, state), state));
    }

    /**
     * The same on several channels, for less than the price of asking one by one.
     *
     * @param requests differ in nothing but channel, direction and placements
     * @return a list for each request, in order
     * @throws IllegalArgumentException when a request's channel is not one of the playbook
     */
    public List<List<Offer>> shortlists(Subject subject, List<Request> requests, State state) {
        List<List<Offer>> lists = new ArrayList<>(requests.size());
        Deciding.Seen first = null;
        for (Request request : requests) {
            Deciding.Seen seen =
                    first == null ? sight.see(subject, request, state) : sight.seeAlso(first, request, state);
            first = first == null ? seen : first;
            lists.add(shortlist(new Deciding(seen, state)));
        }
        return lists;
    }

    private List<Offer> shortlist(Deciding deciding) {
        rank(deciding);
        if (deciding.ranking.isEmpty()) {
            deciding.lastResort = true;
            deciding.candidates = blueprint.fallbacks.copy();
            rank(deciding);
        }
        return Shortlist.of(deciding);
    }

    private static void rank(Deciding deciding) {
        for (Stage stage : STAGES) {
            if (stage.code() != StageCode.PLACEMENT && !deciding.candidates.isEmpty()) {
                stage.refuse(deciding);
            }
        }
    }

    /**
     * The decision as it would be if neither the lifecycle stage nor any context attribute were known: how much it owes to
     * them. Channel, direction, language and history are the same.
     *
     * @throws IllegalArgumentException when the request's channel is not one of the playbook
     */
    public Decision decideBlanked(Subject subject, Request request, State state) {
        Request blanked = new Request(
                request.interactionId(),
                request.at(),
                request.channel(),
                request.direction(),
                request.placements(),
                Map.of(),
                request.language(),
                request.explain());
        State unstaged = new State(
                state.counters(),
                state.quotes(),
                state.counts(),
                state.stops(),
                state.consentKnown(),
                null,
                state.fixed());
        return answer(new Deciding(sight.see(subject, blanked, unstaged, false), unstaged));
    }

    private Decision answer(Deciding deciding) {
        Account account = new Account(deciding);
        run(deciding, account);
        StageCode emptied = account.emptied();
        if (deciding.placed.isEmpty()) {
            lastResort(deciding, account);
        } else {
            account.spareFallbacks();
        }
        return new Answer(deciding, account).decision(deciding.placed.isEmpty() ? emptied : null);
    }

    /**
     * Every row that the customer matches now, by {@link org.filorosso.engine.playbook.Row#index() index}; rows out of
     * their dates do not.
     */
    public BitSet matched(Subject subject, Request request, State state) {
        return sight.see(subject, request, state).matched();
    }

    /**
     * The customer as rules see him now: the rows he matches, and every name they may read.
     *
     * @param request its channel need not be one of the playbook
     */
    public Seen seen(Subject subject, Request request, State state) {
        Deciding.Seen seen = sight.see(subject, request, state);
        return new Seen(seen.assigned().stage(), seen.matched(), seen.fact());
    }

    /**
     * A customer as rules see him at one time.
     *
     * @param matched rows by {@link org.filorosso.engine.playbook.Row#index() index}
     * @param facts for expressions of the same playbook; to be used by one thread
     */
    public record Seen(String stage, BitSet matched, Reading facts) {}

    /**
     * Where the customer stands before anything is decided, for people who want to know.
     *
     * @param request the channel and what was sent along count as far as conditions ask for them
     * @throws IllegalArgumentException when the request's channel is not one of the playbook
     */
    public Standing standing(Subject subject, Request request, State state) {
        return StandingView.of(new Deciding(sight.see(subject, request, state), state));
    }

    /**
     * The same decision with the rows behind it.
     *
     * @throws IllegalArgumentException when the request's channel is not one of the playbook
     */
    public Trace trace(Subject subject, Request request, State state) {
        Deciding deciding = new Deciding(sight.see(subject, request, state), state);
        deciding.traced = true;
        Decision decision = answer(deciding);
        return new Trace(decision, deciding.matched, Exercised.rows(deciding));
    }

    private static void run(Deciding deciding, Account account) {
        for (Stage stage : STAGES) {
            if (deciding.traced || !deciding.blueprint.exposure.none()) {
                deciding.entered.put(stage.code(), deciding.candidates.copy());
            }
            account.before();
            stage.refuse(deciding);
            account.after(stage);
        }
    }

    /** Nothing is left: the actions kept for this go through the same stages, but no threshold. */
    private void lastResort(Deciding deciding, Account account) {
        if (blueprint.fallbacks.isEmpty()) {
            return;
        }
        deciding.lastResort = true;
        deciding.candidates = blueprint.fallbacks.copy();
        account.lastResort();
        Map<StageCode, ActionSet> first = deciding.entered.clone();
        run(deciding, account);
        deciding.entered.forEach((stage, entered) -> entered.addAll(first.getOrDefault(stage, entered)));
        account.lastResortDone();
    }

    /** Explains whatever was asked; part of the package so that the account need not know the request. */
    static boolean explains(Deciding deciding) {
        return deciding.request.explain() != Explain.NONE;
    }
}
