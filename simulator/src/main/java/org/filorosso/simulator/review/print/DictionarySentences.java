package org.filorosso.simulator.review.print;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.TargetPath;

/** Settings, attributes, events, lists and figures in words. */
final class DictionarySentences {
    private static final String SETTINGS = "playbook.yaml";

    private final Naming naming;
    private final Words words;
    private final Propositions propositions;

    DictionarySentences(Naming naming, RuleSentences rules) {
        this.naming = naming;
        this.words = naming.words();
        this.propositions = rules.propositions();
    }

    Statement attribute(Attribute attribute) {
        Expr formula = attribute.formula();
        Span maxAge = attribute.maxAge();
        String field = attribute.field();
        String source = formula == null
                ? words.say("attribute." + attribute.source().name())
                : words.say("attribute.DERIVED", formula(formula));
        String type = words.say("type." + attribute.type().kind().name());
        List<String> values =
                attribute.values().isEmpty() ? List.of() : words.quotes(new TreeSet<>(attribute.values()));
        String sentence = words.say(
                "attribute",
                words.name(attribute.name()),
                type + ", " + source,
                attribute.unit().isEmpty() ? "" : words.say("attribute.unit", Words.plain(attribute.unit())),
                values.isEmpty() ? "" : words.say("attribute.values", words.or(values)),
                maxAge == null ? "" : words.say("attribute.age", words.span(maxAge)),
                field == null ? "" : words.say("attribute.field", words.quote(field)),
                attribute.pii() ? words.say("attribute.pii") : "");
        return new Statement(
                attribute.name(),
                "attributes.csv:" + attribute.line(),
                sentence + ".",
                Words.plain(attribute.description()));
    }

    private String formula(Expr formula) {
        return formula instanceof Expr.Condition ? propositions.so(formula) : propositions.noun(formula);
    }

    Statement event(EventType event) {
        Span maxAge = event.maxAge();
        EventType.Effect effect = event.effect();
        List<String> fields = event.fields().values().stream()
                .map(field -> words.say(
                        "place",
                        words.name(field.name()),
                        field.values().isEmpty()
                                ? words.say("type." + field.type().kind().name())
                                : words.or(words.quotes(field.values()))))
                .sorted()
                .toList();
        String sentence = words.say(
                "event",
                words.quote(event.name()),
                effect == null
                        ? ""
                        : words.say("event." + effect.name(), words.quote(String.valueOf(event.openCase()))),
                fields.isEmpty() ? "" : words.say("event.fields", words.and(fields)),
                maxAge == null ? "" : words.say("event.age", words.span(maxAge)));
        return new Statement(event.name(), "events.csv", sentence, Words.plain(event.description()));
    }

    Statement list(NamedList list) {
        String until = list.until() == null ? "" : " " + words.say("dates.until", words.until(list.until()), "");
        String sentence = words.say(
                "list",
                words.quote(list.name()),
                words.say("list." + list.level().name()));
        return new Statement(list.name(), "lists.csv", sentence + until, naming.text(list.reason()));
    }

    Statement kpi(Kpi kpi) {
        String sentence = words.say(
                "kpi",
                words.quote(naming.text(kpi.title())),
                Words.plain(kpi.name()),
                propositions.noun(kpi.formula()),
                kpi.unit().isEmpty() ? "" : words.say("kpi.unit", Words.plain(kpi.unit())),
                words.say(kpi.higherIsBetter() ? "kpi.higher" : "kpi.lower"),
                kpi.goal().isEmpty() ? "" : words.say("kpi.goal", Words.plain(kpi.goal())),
                kpi.guardrail().isEmpty() ? "" : words.say("kpi.guardrail", Words.plain(kpi.guardrail())));
        return new Statement(kpi.name(), "kpis.csv", sentence, Words.plain(kpi.owner()));
    }

    List<Statement> settings() {
        Settings settings = naming.playbook().settings();
        List<Statement> said = new ArrayList<>();
        add(said, "timezone", words.say("settings.zone", settings.zone().getId(), settings.currency()));
        List<String> tongues = settings.languages().stream().map(words::tongue).toList();
        add(said, "languages", words.say("settings.languages", words.and(tongues)));
        add(said, "history", words.say("settings.history", words.span(settings.history())));
        if (!settings.purposes().isEmpty()) {
            add(said, "purposes", words.say("settings.purposes", quoted(settings.purposes())));
        }
        if (!settings.reasons().isEmpty()) {
            add(said, "reasons", words.say("settings.reasons", quoted(settings.reasons())));
        }
        if (!settings.holidays().isEmpty()) {
            List<String> days =
                    new TreeSet<>(settings.holidays()).stream().map(words::date).toList();
            add(said, "holidays", words.say("settings.holidays", words.and(days)));
        }
        arbitration(said, settings.arbitration());
        holdout(said, settings);
        time(said, settings);
        return said;
    }

    private void arbitration(List<Statement> said, Settings.ArbitrationSettings arbitration) {
        add(
                said,
                "arbitration.propensity",
                words.say("settings.propensity." + arbitration.propensity().name()));
        String exploration = "settings.exploration." + arbitration.exploration().name();
        add(said, "arbitration.exploration", words.say(exploration, words.percent(arbitration.epsilon())));
        Double threshold = arbitration.threshold();
        add(
                said,
                "arbitration.threshold",
                threshold == null
                        ? words.say("settings.pays")
                        : words.say("settings.threshold", words.number(threshold)));
        Span halfLife = arbitration.halfLife();
        if (halfLife != null) {
            add(said, "arbitration.half life", words.say("settings.halflife", words.span(halfLife)));
        }
    }

    private void holdout(List<Statement> said, Settings settings) {
        Settings.Holdout holdout = settings.holdout();
        if (holdout != null) {
            String level = words.say("level." + holdout.level().name());
            add(said, "holdout", words.say("settings.holdout", words.percent(holdout.share()), level, except(holdout)));
        }
        for (Settings.Arm arm : settings.arms()) {
            String ranking = words.say("settings.arm." + arm.ranking().name());
            String levers = arm.levers() ? "" : words.say("settings.arm.nolevers");
            add(
                    said,
                    "arms." + arm.name(),
                    words.say("settings.arm", words.quote(arm.name()), words.percent(arm.share()), ranking, levers));
        }
    }

    /** The fewest paths that name just the actions the holdout spares. */
    private String except(Settings.Holdout holdout) {
        var spared = holdout.except();
        if (spared == null || spared.isEmpty()) {
            return "";
        }
        var catalogue = naming.playbook().catalogue();
        var left = spared.copy();
        List<String> paths = new ArrayList<>();
        for (String path : new org.filorosso.engine.playbook.Targets(catalogue).paths()) {
            var named = TargetPath.actions(catalogue, path);
            var missing = named.copy();
            missing.removeAll(left);
            if (missing.isEmpty() && named.intersects(left)) {
                paths.add(naming.target(path));
                left.removeAll(named);
            }
        }
        return words.say("settings.except", words.and(paths));
    }

    private void time(List<Statement> said, Settings settings) {
        Span keep = settings.keep();
        if (keep != null && !keep.isZero()) {
            add(said, "keep", words.say("settings.keep", words.span(keep)));
        }
        Settings.Attribution attribution = settings.attribution();
        add(
                said,
                "attribution",
                words.say("settings.attribution", words.quote(attribution.model()), words.span(attribution.within())));
        Settings.CustomerValue value = settings.value();
        if (value != null) {
            add(
                    said,
                    "value",
                    words.say(
                            "settings.value",
                            words.quote(value.event()),
                            words.name(value.field()),
                            words.span(value.horizon())));
        }
    }

    private static void add(List<Statement> said, String key, String sentence) {
        said.add(new Statement(key, SETTINGS, sentence, ""));
    }

    private String quoted(List<String> texts) {
        return words.and(texts.stream().map(words::quote).toList());
    }
}
