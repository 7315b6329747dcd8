package org.filorosso.simulator.review.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** The rows of the tables of rules in words. */
final class RuleSentences {
    private static final Set<Coherence.Kind> AFTER = Set.of(Coherence.Kind.NOT_AFTER, Coherence.Kind.REQUIRES);

    private final Naming naming;
    private final Words words;
    private final Propositions propositions;
    private final Conditions conditions;

    RuleSentences(Naming naming) {
        this.naming = naming;
        this.words = naming.words();
        this.propositions = new Propositions(naming);
        this.conditions = new Conditions(naming, propositions);
    }

    private Statement of(Row row, String sentence) {
        return new Statement(
                row.id(), row.source(), sentence + conditions.dates(row.dates()), naming.text(row.reason()));
    }

    Statement lifecycle(LifecycleRow stage) {
        String name = words.quote(stage.stage());
        return of(
                stage.row(),
                stage.row().unconditional()
                        ? words.say("lifecycle.rest", name)
                        : words.say("lifecycle", name, conditions.who(stage.row())));
    }

    Statement segment(SegmentRow segment) {
        String name = words.quote(segment.segment());
        return of(
                segment.row(),
                segment.row().unconditional()
                        ? words.say("segment.all", name)
                        : words.say("segment", name, conditions.who(segment.row())));
    }

    Statement engagement(Engagement engagement) {
        Row row = engagement.row();
        String effect = engagement.only() ? "only" : "never";
        String policy = words.say("policy." + engagement.policy().name());
        String target = naming.target(engagement.target());
        if (row.unconditional()) {
            return of(row, policy + ": " + words.say("engagement." + effect + ".all", target));
        }
        String sentence = words.say("engagement." + effect, target, conditions.toWhom(row));
        String unknown = words.say("unknown." + effect + (row.whenUnknown() ? ".match" : ".skip"));
        return of(row, policy + ": " + sentence + " " + unknown);
    }

    Statement contactPolicy(ContactPolicy policy) {
        Span silence = policy.suppress();
        String key = policy.limit() == 1
                ? silence == null ? "contact.one" : "contact.one.suppress"
                : silence == null ? "contact.until" : "contact.suppress";
        String sentence = words.say(
                key,
                naming.target(policy.target()),
                policy.limit(),
                naming.outcomes(policy.outcomes()),
                window(policy.within()),
                where(policy),
                words.say("contact.per." + policy.per().name())
                        + (policy.level() == AssignmentLevel.HOUSEHOLD ? words.say("contact.household") : ""),
                silence == null ? "" : words.span(silence));
        String who =
                policy.row().unconditional() ? "" : " " + words.say("contact.who", conditions.byWhom(policy.row()));
        return of(policy.row(), sentence + who);
    }

    private String where(ContactPolicy policy) {
        List<String> channels =
                policy.channels().stream().sorted().map(naming::channel).toList();
        Direction direction = policy.direction();
        return (channels.isEmpty() ? "" : words.say("contact.where", words.or(channels)))
                + (direction == null ? "" : words.say("direction.in." + direction.name()));
    }

    private String window(ContactPolicy.Window window) {
        Span rolling = window.rolling();
        return rolling != null ? words.span(rolling) : words.say("window." + window.calendar());
    }

    Statement arbitration(Arbitration arbitration) {
        String factor = arbitration.lever() ? "lever" : "context";
        Double weight = constant(arbitration.weight());
        String direction = weight == null ? "by" : weight < 0 ? "down" : "up";
        String amount = weight == null ? propositions.noun(arbitration.weight()) : words.percent(Math.abs(weight));
        return of(
                arbitration.row(),
                words.say(
                        "arbitration." + factor + "." + direction,
                        naming.target(arbitration.target()),
                        amount,
                        conditions.forWhom(arbitration.row())));
    }

    private static @Nullable Double constant(Expr weight) {
        return weight instanceof Expr.Literal literal && !Double.isNaN(literal.asNumber()) ? literal.asNumber() : null;
    }

    Statement propensity(PropensityRow propensity) {
        Double prior = constant(propensity.prior());
        return of(
                propensity.row(),
                words.say(
                        "propensity",
                        naming.target(propensity.target()),
                        prior == null ? propositions.noun(propensity.prior()) : words.percent(prior),
                        words.number(propensity.strength()),
                        conditions.forWhom(propensity.row())));
    }

    Statement coherence(Coherence coherence) {
        Row row = coherence.row();
        Coherence.Kind kind = coherence.kind();
        String key = "coherence." + kind.name()
                + (kind == Coherence.Kind.SAME_TERMS ? "." + coherence.better().name() : "")
                + (kind == Coherence.Kind.SERVICE_FIRST && row.unconditional() ? ".all" : "")
                + (coherence.within() == null && AFTER.contains(kind) ? ".ever" : "");
        Target other = coherence.other();
        Span within = coherence.within();
        String sentence = words.say(
                key,
                naming.target(coherence.target()),
                other == null ? "" : naming.target(other),
                conditions.forWhom(row),
                within == null ? "" : words.span(within),
                naming.outcomes(coherence.outcomes()),
                conditions.toWhom(row));
        String unknown = row.whenUnknown() ? " " + words.say("unknown.never.match") : "";
        return of(row, sentence + unknown);
    }

    Statement journey(Journey journey) {
        return of(
                journey.row(),
                words.say(
                        "journey.after",
                        words.quote(journey.journey()),
                        journey.step(),
                        begins(journey),
                        words.span(journey.within()),
                        conditions.forWhom(journey.row()),
                        effect(journey)));
    }

    private String begins(Journey journey) {
        Target after = journey.after();
        Outcome outcome = journey.outcome();
        return after == null || outcome == null
                ? words.say("journey.event", words.quote(String.valueOf(journey.afterEvent())))
                : words.say("journey.outcome", naming.target(after), naming.outcomes(List.of(outcome)));
    }

    private String effect(Journey journey) {
        Span fades = journey.decay();
        String key = journey.effect().name().toLowerCase(Locale.ROOT);
        boolean fading = journey.effect() == Journey.Effect.BOOST && fades != null;
        return words.say(
                "journey." + (fading ? "fade" : key),
                naming.target(journey.target()),
                words.percent(journey.weight()),
                fades == null ? "" : words.span(fades));
    }

    Statement experiment(Experiment experiment) {
        List<String> variants = experiment.variants().stream()
                .map(one -> words.say("experiment.variant", words.quote(one.name()), words.percent(one.share())))
                .toList();
        double shares = experiment.variants().stream()
                .mapToDouble(Experiment.Variant::share)
                .sum();
        String whom = experiment.row().unconditional() ? words.say("everybody") : conditions.who(experiment.row());
        List<String> more = new ArrayList<>();
        Target target = experiment.target();
        boolean control =
                experiment.variants().stream().anyMatch(one -> one.name().equals(Experiment.CONTROL));
        if (target != null && control) {
            more.add(words.say("experiment.control", words.quote(Experiment.CONTROL), naming.target(target)));
        }
        if (experiment.kpi() != null) {
            more.add(words.say("experiment.kpi", words.quote(experiment.kpi())));
        }
        if (experiment.guardrail() != null) {
            more.add(words.say("experiment.guardrail", words.quote(experiment.guardrail())));
        }
        return of(
                experiment.row(),
                words.say(
                        "experiment",
                        words.quote(experiment.name()),
                        whom,
                        words.say("level." + experiment.level().name()),
                        words.and(variants),
                        shares < 1 - 1e-9 ? words.say("experiment.outside") : "",
                        String.join("", more),
                        ""));
    }

    Conditions conditions() {
        return conditions;
    }

    Propositions propositions() {
        return propositions;
    }
}
