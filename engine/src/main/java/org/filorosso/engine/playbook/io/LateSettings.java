package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Reads what playbook.yaml says of actions and events: {@code value} and {@code holdout}. */
final class LateSettings {
    private static final int CUTS = 4;
    private static final Span YEAR = new Span(Period.ofMonths(12), Duration.ZERO);

    private final Keyed keys;
    private final Scalars scalars;
    private final Scope scope;
    private final List<EventType> events;

    LateSettings(SettingsReader reader, Scope scope, List<EventType> events) {
        this.keys = reader.keys();
        this.scalars = reader.scalars();
        this.scope = scope;
        this.events = events;
    }

    Settings read() {
        return scope.settings().with(value(), holdout());
    }

    private Settings.@Nullable CustomerValue value() {
        if (!keys.has("value")) {
            return null;
        }
        Keyed value = keys.keys("value").only("purchases", "horizon", "cuts");
        String purchases = value.need("purchases", "purchase.amount");
        int dot = purchases.lastIndexOf('.');
        String event = dot < 0 ? purchases : purchases.substring(0, dot);
        String field = dot < 0 ? "" : purchases.substring(dot + 1);
        checkPurchases(value, event, field);
        Span horizon = value.read("horizon", scalars::duration);
        if (horizon != null && scope.cells().beyondHistory(horizon)) {
            value.error(
                    Code.WINDOW_TOO_LONG,
                    "horizon",
                    "rules look back " + scope.settings().history() + " at most",
                    "Maybe a shorter horizon, or a longer \"history\".");
        }
        return new Settings.CustomerValue(
                event, field, Objects.requireNonNullElse(horizon, YEAR), cuts(value.keys("cuts")));
    }

    private void checkPurchases(Keyed value, String event, String field) {
        Optional<EventType> found =
                events.stream().filter(type -> type.name().equals(event)).findFirst();
        List<String> valid = events.stream()
                .flatMap(type -> type.fields().values().stream()
                        .filter(one -> one.type().equals(Type.NUMBER))
                        .map(one -> type.name() + "." + one.name()))
                .toList();
        boolean number = found.map(type -> type.fields().get(field))
                .filter(one -> one.type().equals(Type.NUMBER))
                .isPresent();
        if (!number && value.has("purchases")) {
            value.error(
                    "purchases",
                    "this is no number that comes with an event",
                    Nearest.maybe(event + "." + field, valid));
        }
    }

    private Map<String, List<Double>> cuts(Keyed cuts) {
        cuts.only("recency", "frequency", "monetary");
        Map<String, List<Double>> found = new LinkedHashMap<>();
        for (String key : List.of("recency", "frequency", "monetary")) {
            if (cuts.has(key)) {
                found.put(key, cut(cuts, key));
            }
        }
        return found;
    }

    private List<Double> cut(Keyed cuts, String key) {
        List<Double> points = new ArrayList<>();
        for (String text : cuts.texts(key)) {
            BigDecimal number = scalars.number(text).value();
            boolean ascends =
                    number != null && (points.isEmpty() || number.doubleValue() > points.get(points.size() - 1));
            if (number != null && ascends) {
                points.add(number.doubleValue());
            } else {
                cuts.error(
                        key,
                        "\"" + Characters.visible(text, 30) + "\" is no number above the one before it",
                        "Maybe [10, 30, 90, 180].");
            }
        }
        if (points.size() != CUTS) {
            cuts.error(key, "four cut points make the five scores", "Maybe [10, 30, 90, 180].");
        }
        return List.copyOf(points);
    }

    private Settings.@Nullable Holdout holdout() {
        if (!keys.has("holdout")) {
            return null;
        }
        Keyed holdout = keys.keys("holdout").only("share", "salt", "level", "except");
        holdout.need("share", "5%");
        return new Settings.Holdout(
                holdout.number("share", scalars::percentage, Bounds.PART, BigDecimal.ZERO)
                        .doubleValue(),
                holdout.text("salt", scope.settings().name()),
                holdout.choice("level", Words.of(AssignmentLevel.class), AssignmentLevel.SUBJECT),
                except(holdout));
    }

    private @Nullable ActionSet except(Keyed holdout) {
        ActionSet actions = ActionSet.none(scope.catalogue().size());
        for (String path : holdout.texts("except")) {
            Target target = scope.references().targets().find(path);
            if (target == null) {
                holdout.error(
                        Code.UNKNOWN_TARGET,
                        "except",
                        "no action has the path \"" + Characters.visible(path, 80) + "\"",
                        scope.references().maybe(path));
            } else {
                actions.addAll(target.actions());
            }
        }
        return actions.isEmpty() ? null : actions;
    }
}
