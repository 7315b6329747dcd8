package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Journey.Effect;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads journeys.csv. */
final class JourneyRows {
    private final Scope scope;
    private final List<String> events;

    JourneyRows(Scope scope, List<EventType> events) {
        this.scope = scope;
        this.events = events.stream().map(EventType::name).toList();
    }

    Journey read(Entry line) {
        checkBeginning(line);
        Effect effect = line.choice("effect", Words.of(Effect.class), null);
        checkBoost(line, effect);
        line.need("step");
        line.need("within");
        Integer step = scope.cells().count(line, "step", 0);
        Set<Outcome> outcomes = References.outcomes(line, Set.of());
        Span within = scope.cells().spanWithin(line, "within");
        return new Journey(
                scope.rows().read(line),
                line.need("journey"),
                step == null ? 0 : step,
                scope.references().target(line, "target"),
                scope.references().targetOrNull(line, "after"),
                outcomes.isEmpty() ? null : outcomes.iterator().next(),
                line.textOrNull("after event"),
                within == null ? Span.ZERO : within,
                Objects.requireNonNullElse(effect, Effect.WAIT),
                weight(line),
                scope.cells().span(line, "decay"));
    }

    private void checkBeginning(Entry line) {
        if (line.has("after event")) {
            line.needless("after", "a step follows actions or an event, not both");
            line.needless("outcome", "the step follows an event, which has no outcome");
            References.check(line, "after event", "event", events);
        } else if (!line.has("after")) {
            line.error(
                    Code.EMPTY_CELL,
                    "after",
                    "the step follows nothing",
                    "Maybe fill after and outcome, or after event.");
        } else {
            line.need("outcome");
        }
        if (line.parts("outcome").size() > 1) {
            line.error(Code.UNKNOWN_CHOICE, "outcome", "a step follows one outcome", "Maybe a row for each outcome.");
        }
    }

    private static void checkBoost(Entry line, @Nullable Effect effect) {
        if (effect == Effect.BOOST) {
            line.need("weight");
        } else if (effect != null) {
            line.needless("weight", "only a boost has a weight");
            line.needless("decay", "only a boost fades");
        }
    }

    private double weight(Entry line) {
        Expr weight = scope.formulas().fraction(line, "weight", Bounds.FINITE);
        if (weight == null) {
            return 0;
        }
        if (!weight.slots().isEmpty()) {
            line.error(Code.NOT_A_PERCENTAGE, "weight", "the weight of a boost is a fixed percentage", "Maybe 50%.");
            return 0;
        }
        return Formulas.constant(weight) instanceof BigDecimal number ? number.doubleValue() : 0;
    }
}
