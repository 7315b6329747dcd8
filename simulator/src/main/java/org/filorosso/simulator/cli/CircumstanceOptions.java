package org.filorosso.simulator.cli;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is asked whatever the channel: when, in which context and language. */
abstract class CircumstanceOptions {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE",
            description = "An attribute of the context, such as \"reason for contact=billing\"; may be repeated.")
    private Map<String, String> contexts = new LinkedHashMap<>();

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of the texts. Default: each customer's own.")
    private @Nullable String language;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Time of the decisions, such as 2026-03-02T10:15 in the playbook's zone. Default: now.")
    private @Nullable String at;

    /** Whether a time was asked for. */
    final boolean timed() {
        return at != null;
    }

    final CommandSpec spec() {
        return spec;
    }

    final @Nullable String language(Playbook playbook) {
        List<String> languages = playbook.settings().languages();
        String asked = language;
        if (asked != null && !languages.contains(asked)) {
            throw wrong("--language", asked, "is no language of " + playbook.name(), Nearest.maybe(asked, languages));
        }
        return asked;
    }

    final Map<String, Object> contexts(Playbook playbook) {
        Values values = new Values(playbook.settings());
        Map<String, Attribute> known = new LinkedHashMap<>();
        playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == Attribute.Source.CONTEXT)
                .forEach(attribute -> known.put(attribute.name(), attribute));
        Map<String, Object> read = new HashMap<>();
        contexts.forEach((name, text) -> {
            Attribute attribute = known.get(name);
            if (attribute == null) {
                throw wrong("--context", name, "is no attribute of the context", Nearest.maybe(name, known.keySet()));
            }
            Object value = value(values, attribute, text);
            if (value != null) {
                read.put(name, value);
            }
        });
        return read;
    }

    private @Nullable Object value(Values values, Attribute attribute, String text) {
        try {
            return values.read(attribute.type(), attribute.values(), text);
        } catch (ValueException e) {
            throw wrong("--context", attribute.name() + "=" + text, e.reason(), e.hint());
        }
    }

    final ZonedDateTime at(Playbook playbook) {
        String asked = at;
        try {
            return asked == null
                    ? ZonedDateTime.now(Clock.system(playbook.settings().zone()))
                            .truncatedTo(ChronoUnit.SECONDS)
                    : new Values(playbook.settings()).times().moment(asked);
        } catch (ValueException e) {
            throw wrong("--at", String.valueOf(asked), e.reason(), e.hint());
        }
    }

    final ParameterException wrong(String option, String value, String message, @Nullable String hint) {
        return new ParameterException(
                spec.commandLine(),
                "Option '" + option + "': \"" + value + "\" " + message + (hint == null ? "" : ". " + hint));
    }
}
