package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.StandingQuotes;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** Reads what else the decision for a golden customer is given: counters, quotes, assignments. */
final class GoldenStates {
    private static final String HOLDOUT = "holdout";
    private static final Set<String> QUOTE = Set.of("action", "price", "channel", "at", "until");

    private final GoldenScope scope;
    private final Playbook playbook;

    GoldenStates(GoldenScope scope) {
        this.scope = scope;
        this.playbook = scope.playbook();
    }

    State read(YamlFields fields, Subject subject, Request request) {
        BigDecimal days = fields.number("days in stage");
        if (days != null && days.signum() < 0) {
            fields.error(Code.GOLDEN_OUT_OF_RANGE, "days in stage", "should be 0 or more", null);
        }
        State.Fixed fixed = new State.Fixed(fields.name("arm", "arm", arms(playbook)), variants(fields));
        List<State.Quote> quotes = new ArrayList<>(StandingQuotes.of(playbook, subject.past()));
        quotes.addAll(quotes(fields, request));
        return new State(
                new GoldenCounters(scope).read(fields),
                List.copyOf(quotes),
                BetaCounts.NONE,
                List.of(),
                true,
                days == null ? null : days.doubleValue(),
                fixed);
    }

    static List<String> arms(Playbook playbook) {
        Stream<String> named = playbook.settings().arms().stream().map(Settings.Arm::name);
        return Stream.concat(named, Stream.of(HOLDOUT)).toList();
    }

    private Map<String, String> variants(YamlFields fields) {
        YamlFields stated = fields.free("variant");
        Map<String, String> variants = new LinkedHashMap<>();
        if (stated != null) {
            stated.names().forEach(name -> variant(stated, name, variants));
        }
        return Map.copyOf(variants);
    }

    private void variant(YamlFields stated, String name, Map<String, String> variants) {
        List<Experiment> all = playbook.tables().experiments();
        Experiment experiment =
                all.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        if (experiment == null) {
            List<String> valid = all.stream().map(Experiment::name).toList();
            scope.unknown(stated.place(name), stated.at(name), "experiment", name, valid);
            return;
        }
        Stream<String> own = experiment.variants().stream().map(Experiment.Variant::name);
        String variant = stated.name(
                name,
                "variant",
                Stream.concat(own, Stream.of(Experiment.OUTSIDE)).toList());
        if (variant != null) {
            variants.put(name, variant);
        }
    }

    private List<State.Quote> quotes(YamlFields fields, Request request) {
        List<State.Quote> quotes = new ArrayList<>();
        for (Yaml node : fields.items("quotes", "Maybe put \"- \" before every quote.")) {
            State.Quote quote = quote(YamlFields.of(scope, "quotes", node, QUOTE), request);
            if (quote != null) {
                quotes.add(quote);
            }
        }
        return quotes;
    }

    private State.@Nullable Quote quote(YamlFields row, Request request) {
        List.of("action", "price", "at").forEach(key -> row.need(key, "Maybe add \"" + key + ": ...\"."));
        String name = row.name("action", "action", scope.actions());
        BigDecimal price = row.number("price");
        String channel = row.name("channel", "channel", scope.channels());
        Instant at = row.instant("at");
        Action action = name == null ? null : playbook.catalogue().find(name);
        Instant until = action == null || at == null ? null : until(row, action, at);
        return action == null || price == null || at == null || until == null
                ? null
                : new State.Quote(action.name(), price, channel == null ? request.channel() : channel, at, until);
    }

    /** A bare date includes that day; where nothing is said, the action's own row says it. */
    private @Nullable Instant until(YamlFields row, Action action, Instant at) {
        Moment stated = row.moment("until");
        if (stated != null) {
            return stated.time() == null
                    ? scope.instant(new Moment(stated.date().plusDays(1), null))
                    : scope.instant(stated);
        }
        Span valid = action.limits().quoteValid();
        if (valid == null && !row.has("until")) {
            row.need("until", "Maybe until: 2026-03-31: the action has no \"quote valid\" in actions.csv.");
        }
        return valid == null ? null : valid.after(at.atZone(scope.zone())).toInstant();
    }
}
