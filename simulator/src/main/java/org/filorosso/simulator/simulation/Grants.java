package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.feel.Numbers;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.population.Behaviour;
import org.filorosso.simulator.simulation.Encounter.Offer;
import org.filorosso.simulator.simulation.Member.Due;
import org.filorosso.simulator.simulation.Totals.Figure;

/**
 * Makes encounters happen, one after the other: grants contacts, quotes and acceptances out of the ledger, and records what
 * came of them with the member. By one thread.
 */
final class Grants {
    private final Scene scene;
    private final Playbook playbook;
    private final Ledger ledger;
    private final DailyCounts learnt;
    private final int day;

    Grants(Scene scene, Playbook playbook, Ledger ledger, DailyCounts learnt, int day) {
        this.scene = scene;
        this.playbook = playbook;
        this.ledger = ledger;
        this.learnt = learnt;
        this.day = day;
    }

    /** The offers that may be made now; the same list when all may. */
    List<Decision.Result> granted(Encounter encounter) {
        List<Decision.Result> results =
                encounter.offers().stream().map(Offer::result).toList();
        Channel channel = encounter.occasion().channel();
        if (results.isEmpty()) {
            return results;
        }
        if (encounter.occasion().outbound() && !ledger.hasRoom(channel, action(results.get(0)))) {
            return List.of();
        }
        List<Decision.Result> may = new ArrayList<>();
        for (Decision.Result result : results) {
            if (ledger.mayOffer(encounter.member().id(), action(result), channel, cost(result))) {
                may.add(result);
            }
        }
        return may.size() == results.size() ? results : may;
    }

    /** Whether every offer of an encounter may be made now. */
    boolean mayHappen(Encounter encounter) {
        return granted(encounter).size() == encounter.offers().size();
    }

    /** Records an encounter whose offers may all be made; what was recorded of it comes back. */
    List<Interaction> record(Encounter met) {
        Member member = met.member();
        Totals totals = member.totals;
        totals.one(Figure.DECISIONS);
        totals.add(Figure.CANDIDATES, met.decision().stages().isEmpty() ? 0 : survivors(met.decision()));
        seen(member, met.decision().stage());
        if (met.offers().isEmpty()) {
            totals.one(Figure.NO_ACTION);
            return List.of();
        }
        int before = member.interactions.size();
        contact(met);
        for (int i = 0; i < met.offers().size(); i++) {
            present(met, met.offers().get(i), i + 1);
        }
        for (Offer offer : met.offers()) {
            respond(met, offer);
        }
        if (met.optOut()) {
            optOut(met);
        }
        return List.copyOf(member.interactions.subList(before, member.interactions.size()));
    }

    /** What was left to choose from once arbitration was done. */
    private static int survivors(Decision decision) {
        for (Decision.StageCount count : decision.stages()) {
            if (count.stage() == org.filorosso.engine.decide.StageCode.ARBITRATION) {
                return count.out();
            }
        }
        return 0;
    }

    private void seen(Member member, String stage) {
        if (!stage.equals(member.seenStage)) {
            // how long he has been in the stage in which he is first seen is not known
            member.seenSince = member.seenStage.isEmpty() ? -1 : day;
            member.seenStage = stage;
        }
    }

    private void contact(Encounter met) {
        Member member = met.member();
        member.totals.one(Figure.CONTACTS);
        member.totals.add(Figure.CONTACT_COST, met.occasion().channel().cost().doubleValue());
        if (met.occasion().outbound()) {
            Channel channel = met.occasion().channel();
            ledger.contact(channel, action(met.offers().get(0).result()));
            member.totals.one(Figure.OUTBOUND);
            Behaviour.Mood mood = scene.behaviour().mood();
            member.pleased(mood.contact());
            if (Gaze.unwanted(member, met.occasion())) {
                member.totals.one(Figure.UNWANTED);
                member.pleased(mood.unwanted());
            }
        }
    }

    private void present(Encounter met, Offer offer, int rank) {
        Member member = met.member();
        Decision.Result result = offer.result();
        Action action = action(result);
        Outcome how = met.occasion().outbound() ? Outcome.SENT : Outcome.PRESENTED;
        BigDecimal price = result.price();
        Details details = price == null ? Details.NONE : new Details(null, price, null, null, null, null);
        member.interactions.add(
                row(met, result, how, rank, details, met.request().at()));
        member.totals.one(Figure.PRESENTED);
        learnt.add(
                scene.date(day),
                result.action(),
                met.occasion().channel().name(),
                met.decision().stage(),
                false);
        Span valid = action.limits().quoteValid();
        if (price != null && valid != null) {
            Instant until = valid.after(met.occasion().at()).toInstant();
            ledger.quote(
                    new Ledger.Held(member.id(), action.name()),
                    action,
                    until,
                    met.occasion().channel(),
                    cost(result));
        }
        if (offer.incoherent()) {
            member.pleased(scene.behaviour().mood().incoherent());
        }
    }

    private void respond(Encounter met, Offer offer) {
        Member member = met.member();
        if (offer.outcome() == Outcome.ACCEPTED) {
            accept(met, offer);
            return;
        }
        Instant resumeAt = offer.resumeAt();
        Details details = resumeAt == null ? Details.NONE : new Details(null, null, null, null, resumeAt, null);
        member.interactions.add(row(met, offer.result(), offer.outcome(), 0, details, answered(met)));
        Figure figure = switch (offer.outcome()) {
            case LATER -> Figure.LATER;
            case REJECTED -> Figure.REJECTED;
            case CLICKED -> Figure.CLICKED;
            default -> null;
        };
        if (figure != null) {
            member.totals.one(figure);
        }
    }

    private void accept(Encounter met, Offer offer) {
        Member member = met.member();
        Decision.Result result = offer.result();
        Action action = action(result);
        if (!ledger.accept(member.id(), action, met.occasion().channel(), cost(result))) {
            member.totals.one(Figure.TURNED_AWAY);
            member.pleased(scene.behaviour().mood().turnedAway());
            return;
        }
        double value = result.factors().value();
        Details details = new Details(Numbers.normal(new BigDecimal(value)), result.price(), null, null, null, null);
        member.interactions.add(row(met, result, Outcome.ACCEPTED, 0, details, answered(met)));
        member.totals.one(Figure.ACCEPTED);
        member.totals.add(Figure.VALUE, value);
        member.totals.add(Figure.COST, result.cost());
        learnt.add(
                scene.date(day),
                result.action(),
                met.occasion().channel().name(),
                met.decision().stage(),
                true);
        member.pleased(scene.behaviour().mood().accepted());
        change(member, action);
        promise(met, offer, action);
    }

    /** An acceptance makes another customer of him. */
    private void change(Member member, Action action) {
        for (Behaviour.Change change : scene.behaviour().changes()) {
            if (change.covers(action.path())) {
                change.set().forEach(member::set);
                change.add().forEach((name, by) -> {
                    if (member.value(name) instanceof BigDecimal number) {
                        member.set(name, Numbers.normal(number.add(new BigDecimal(by))));
                    }
                });
            }
        }
        String left = scene.behaviour().left();
        member.gone = left == null ? member.gone : Boolean.TRUE.equals(member.value(left));
    }

    /** What was promised is kept on a day before it is due, or failed on the day after. */
    private void promise(Encounter met, Offer offer, Action action) {
        Span due = action.limits().due();
        if (due == null) {
            return;
        }
        ZonedDateTime end = due.after(met.occasion().at());
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(
                scene.date(day), end.withZoneSameInstant(scene.zone()).toLocalDate());
        int when = day + Math.max(1, offer.kept() ? days / 2 : days + 1);
        Outcome outcome = offer.kept() ? Outcome.FULFILLED : Outcome.FAILED;
        Interaction row = row(
                met,
                offer.result(),
                outcome,
                0,
                Details.NONE,
                scene.midnight(when).toInstant());
        met.member().due.add(new Due(when, null, row, 0));
    }

    private void optOut(Encounter met) {
        Member member = met.member();
        String purpose = met.occasion().channel().consent();
        if (purpose != null) {
            Instant at = answered(met);
            member.refuse(purpose, at);
            member.totals.one(Figure.OPT_OUTS);
            member.events.add(new Event(at, "opt-out", "", Map.of("purpose", purpose)));
        }
    }

    private static Interaction row(
            Encounter met, Decision.Result result, Outcome outcome, int rank, Details details, Instant at) {
        return new Interaction(
                met.request().interactionId(),
                at,
                result.action(),
                outcome,
                met.occasion().channel().name(),
                met.occasion().direction(),
                rank,
                details);
    }

    private static Instant answered(Encounter met) {
        return met.occasion().at().plusMinutes(1).toInstant();
    }

    private Action action(Decision.Result result) {
        Action action = playbook.catalogue().find(result.action());
        if (action == null) {
            throw new IllegalStateException("A decision offers what its playbook does not have: " + result.action());
        }
        return action;
    }

    private static BigDecimal cost(Decision.Result result) {
        return new BigDecimal(result.cost());
    }
}
