package org.filorosso.simulator.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.simulation.Encounter.Offer;
import org.filorosso.simulator.world.World;
import org.filorosso.simulator.world.World.Event;
import org.jspecify.annotations.Nullable;

/**
 * Lets a policy decide for a member, and the member respond. It changes nothing, so that many may meet at once; the luck of
 * a response is a function of seed, member, day, occasion, action and outcome.
 */
final class Meeting {
    private static final long OPT_OUT = Draws.part("opt-out");
    private static final long RESUME = Draws.part("resume");
    private static final double CERTAIN = 1e15;

    private final Scene scene;
    private final Policy policy;
    private final Ledger ledger;
    private final BetaCounts counts;
    private final int day;
    private final double explained;
    private final Gaze gaze;

    /**
     * A day's meetings.
     *
     * @param counts what was learnt until this day began
     * @param explained share of decisions that say how all candidates were ranked
     */
    Meeting(Scene scene, Policy policy, Ledger ledger, BetaCounts counts, int day, double explained) {
        this.scene = scene;
        this.policy = policy;
        this.ledger = ledger;
        this.counts = counts;
        this.day = day;
        this.explained = explained;
        this.gaze = new Gaze(scene);
    }

    /** @param household the past of the others in the household */
    Encounter meet(Member member, Occasion occasion, History household) {
        Subject subject = member.visible(household);
        Request request = request(member, occasion);
        Gaze.Sight sight = gaze.at(member, occasion, request);
        Decision decision = policy.engine().decide(subject, request, state(member, sight));
        return respond(
                new Encounter(member, occasion, request, subject, decision, List.of(), false),
                sight,
                decision.results());
    }

    /** What the policy is asked at an occasion. */
    Request request(Member member, Occasion occasion) {
        Instant at = occasion.at().toInstant();
        return new Request(
                Request.interactionId(member.id(), at, policy.playbook().name()),
                at,
                occasion.channel().name(),
                occasion.direction(),
                List.of(),
                occasion.contexts(),
                null,
                explains(member, occasion) ? Explain.SUMMARY : Explain.NONE);
    }

    /** Whether the decision at an occasion is one of those that are looked at closely. */
    boolean explains(Member member, Occasion occasion) {
        return Sensitivity.looksAt(scene.draws(), explained, member.key(), day, occasion.key());
    }

    private State state(Member member, Gaze.Sight sight) {
        Double days = member.seenSince < 0 ? null : (double) (day - member.seenSince);
        return new State(
                ledger.used(),
                member.quotes(policy.playbook()),
                policy.kind() == Policy.Kind.ORACLE ? truth(sight) : counts,
                List.of(),
                true,
                days,
                State.Fixed.NOTHING);
    }

    /** True propensities as counts that outweigh every prior. */
    private BetaCounts truth(Gaze.Sight sight) {
        Map<BetaCounts.Key, BetaCounts.Count> truth = new HashMap<>();
        Catalogue known = scene.world().playbook().catalogue();
        for (Action action : policy.playbook().catalogue().actions()) {
            Action there = known.find(action.name());
            double p = there == null ? 0 : sight.of(there, 1).probability(Event.ACCEPTED, there.index());
            truth.put(new BetaCounts.Key(action.name(), "", ""), new BetaCounts.Count(CERTAIN, CERTAIN * p));
        }
        return new BetaCounts(truth);
    }

    /** The same encounter with fewer offers, as where some of them could not be granted. */
    Encounter again(Encounter met, List<Decision.Result> results) {
        Decision old = met.decision();
        List<Decision.Filled> placements = old.placements().stream()
                .map(placement -> new Decision.Filled(
                        placement.name(),
                        placement.results().stream().filter(results::contains).toList()))
                .toList();
        Decision decision = new Decision(
                old.interactionId(),
                old.at(),
                old.subjectId(),
                old.playbook(),
                old.revision(),
                old.arm(),
                old.variants(),
                old.stage(),
                placements,
                results.isEmpty() ? StageCode.AVAILABILITY : null,
                old.stages(),
                old.candidates());
        Encounter less =
                new Encounter(met.member(), met.occasion(), met.request(), met.subject(), decision, List.of(), false);
        return respond(less, gaze.at(met.member(), met.occasion(), met.request()), results);
    }

    private Encounter respond(Encounter met, Gaze.Sight sight, List<Decision.Result> results) {
        List<Offer> offers = new ArrayList<>(results.size());
        boolean taken = false;
        for (int i = 0; i < results.size(); i++) {
            Offer offer = respond(met, sight, results.get(i), i + 1, taken);
            taken |= offer.outcome() == Outcome.ACCEPTED;
            offers.add(offer);
        }
        boolean optOut = !results.isEmpty() && met.occasion().outbound() && optsOut(met, sight, results.get(0));
        return new Encounter(
                met.member(), met.occasion(), met.request(), met.subject(), met.decision(), offers, optOut);
    }

    /** @param taken whether he has accepted something before: then he looks no further */
    private Offer respond(Encounter met, Gaze.Sight sight, Decision.Result result, int rank, boolean taken) {
        Action action = scene.world().playbook().catalogue().find(result.action());
        if (action == null) {
            return new Offer(result, Outcome.IGNORED, null, false, false);
        }
        World.Look look = sight.of(action, rank);
        long name = Draws.part(result.action());
        Outcome outcome = Outcome.IGNORED;
        if (!taken) {
            for (Event event : List.of(Event.ACCEPTED, Event.LATER, Event.REJECTED, Event.CLICKED)) {
                if (unit(met, name, event.ordinal()) < look.probability(event, action.index())) {
                    outcome = Outcome.valueOf(event.name());
                    break;
                }
            }
        }
        boolean kept = outcome == Outcome.ACCEPTED
                && (!scene.world().speaksOf(Event.FULFILLED, action.index())
                        || unit(met, name, Event.FULFILLED.ordinal())
                                < look.probability(Event.FULFILLED, action.index()));
        Instant resumeAt = outcome == Outcome.LATER ? resumeAt(met, name) : null;
        return new Offer(result, outcome, resumeAt, sight.incoherent(action), kept);
    }

    private @Nullable Instant resumeAt(Encounter met, long name) {
        var later = scene.behaviour().later();
        if (unit(met, name, RESUME) >= later.timed()) {
            return null;
        }
        int days = later.days()[0]
                + scene.draws()
                        .below(
                                later.days()[1] - later.days()[0] + 1,
                                met.member().key(),
                                day,
                                met.occasion().key(),
                                name,
                                RESUME,
                                1);
        return met.occasion().at().plusDays(days).toInstant();
    }

    private boolean optsOut(Encounter met, Gaze.Sight sight, Decision.Result first) {
        Action action = scene.world().playbook().catalogue().find(first.action());
        return action != null && unit(met, OPT_OUT, 0) < sight.of(action, 1).probability(Event.OPT_OUT, action.index());
    }

    private double unit(Encounter met, long name, long what) {
        return scene.draws().unit(met.member().key(), day, met.occasion().key(), name, what);
    }
}
