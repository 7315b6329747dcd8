package org.filorosso.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.run.Question;
import org.filorosso.simulator.run.outbound.Preference;
import org.filorosso.simulator.run.outbound.RunQuestion;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What an outbound run is asked. */
final class OutboundOptions extends CircumstanceOptions {

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Channels that may be used. Default: all that are open for outbound contacts.")
    private List<String> channels = new ArrayList<>();

    @Option(
            names = "--preference",
            paramLabel = "order|only|ignore",
            description = "What the customer's preferred channels mean. order (default): the first of them that has"
                    + " something to say and room goes before the others; only: no other channel for who names some;"
                    + " ignore: nothing.")
    private String preference = "order";

    /**
     * The question in terms of a playbook.
     *
     * @throws ParameterException for every value that the playbook does not know
     */
    RunQuestion question(Playbook playbook, long seed) {
        Preference meaning = new Choices(spec()).of("--preference", preference, Preference.class);
        var at = at(playbook);
        var contexts = contexts(playbook);
        String language = language(playbook);
        List<Question> questions = channels(playbook).stream()
                .map(channel -> new Question(at, channel, Direction.OUTBOUND, contexts, language, null, Explain.NONE))
                .toList();
        return new RunQuestion(questions, meaning, seed);
    }

    private List<Channel> channels(Playbook playbook) {
        List<Channel> open = playbook.tables().channels().stream()
                .filter(channel -> channel.open(Direction.OUTBOUND))
                .toList();
        List<String> names = open.stream().map(Channel::name).toList();
        for (String asked : channels) {
            if (!names.contains(asked)) {
                throw wrong(
                        "--channel",
                        asked,
                        "is no channel of " + playbook.name() + " that is open for outbound contacts",
                        Nearest.maybe(asked, names));
            }
        }
        if (open.isEmpty()) {
            throw Refusal.badInput(playbook.name() + ": has no channel that is open for outbound contacts. "
                    + "Maybe direction \"outbound\" or \"both\" in channels.csv.");
        }
        return channels.isEmpty()
                ? open
                : open.stream()
                        .filter(channel -> channels.contains(channel.name()))
                        .toList();
    }
}
