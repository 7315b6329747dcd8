package org.filorosso.simulator.cli;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is asked: where, how, when. */
final class QuestionOptions extends CircumstanceOptions {

    @Option(names = "--channel", paramLabel = "NAME", description = "A channel of the playbook.")
    private @Nullable String channel;

    @Option(
            names = "--direction",
            paramLabel = "inbound|outbound",
            description = "Who began the contact. Not needed where the channel has one direction only.")
    private @Nullable String direction;

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
            throw new ParameterException(spec().commandLine(), "Option '--direction' needs '--channel'");
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
                    spec().commandLine(),
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
                    spec().commandLine(),
                    "Missing option '--direction': " + found.name() + " is open both ways. Maybe --direction inbound");
        }
        Direction known = Direction.of(direction.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw wrong("--direction", direction, "is no direction", "Maybe inbound or outbound.");
        }
        return known;
    }
}
