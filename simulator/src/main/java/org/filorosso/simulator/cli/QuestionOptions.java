package org.filorosso.simulator.cli;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is asked: where, how, when. */
final class QuestionOptions {

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--channel", paramLabel = "NAME", description = "A channel of the playbook.")
    private @Nullable String channel;

    @Option(
            names = "--direction",
            paramLabel = "inbound|outbound",
            description = "Who began the contact. Not needed where the channel has one direction only.")
    private @Nullable String direction;

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

    /**
     * The question in terms of a playbook.
     *
     * @throws ParameterException for every value that the playbook does not know
     */
    Question question(Playbook playbook, @Nullable Integer top, Explain explain) {
        Channel found = channel(playbook);
        return new Question(
                at(playbook), found, direction(found), contexts(playbook), language(playbook), top, explain);
    }

    /**
     * The questions in terms of a playbook: the one channel asked, or, where none is, every channel in every direction it
     * is open for, in file order.
     *
     * @throws ParameterException for every value that the playbook does not know
     */
    List<Question> questions(Playbook playbook, Explain explain) {
        if (channel != null) {
            return List.of(question(playbook, null, explain));
        }
        if (direction != null) {
            throw new ParameterException(spec.commandLine(), "Option '--direction' needs '--channel'");
        }
        ZonedDateTime at = at(playbook);
        List<Question> questions = new ArrayList<>();
        for (Channel one : playbook.tables().channels()) {
            one.directions().stream()
                    .sorted()
                    .forEach(way -> questions.add(
                            new Question(at, one, way, contexts(playbook), language(playbook), null, explain)));
        }
        return questions;
    }

    private Channel channel(Playbook playbook) {
        List<Channel> channels = playbook.tables().channels();
        List<String> names = channels.stream().map(Channel::name).toList();
        String asked = channel;
        if (asked == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing required option: '--channel=<NAME>'. Maybe one of " + String.join(", ", names));
        }
        return channels.stream()
                .filter(one -> one.name().equals(asked))
                .findFirst()
                .orElseThrow(() ->
                        wrong("--channel", asked, "is no channel of " + playbook.name(), Nearest.maybe(asked, names)));
    }

    private Direction direction(Channel found) {
        if (direction == null) {
            if (found.directions().size() == 1) {
                return found.directions().iterator().next();
            }
            throw new ParameterException(
                    spec.commandLine(),
                    "Missing option '--direction': " + found.name() + " is open both ways. Maybe --direction inbound");
        }
        for (Direction one : Direction.values()) {
            if (one.code().equals(direction.toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        throw wrong("--direction", direction, "is no direction", "Maybe inbound or outbound.");
    }

    private @Nullable String language(Playbook playbook) {
        List<String> languages = playbook.settings().languages();
        String asked = language;
        if (asked != null && !languages.contains(asked)) {
            throw wrong("--language", asked, "is no language of " + playbook.name(), Nearest.maybe(asked, languages));
        }
        return asked;
    }

    private Map<String, Object> contexts(Playbook playbook) {
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

    private ZonedDateTime at(Playbook playbook) {
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

    private ParameterException wrong(String option, String value, String message, @Nullable String hint) {
        return new ParameterException(
                spec.commandLine(),
                "Option '" + option + "': \"" + value + "\" " + message + (hint == null ? "" : ". " + hint));
    }
}
