package org.filorosso.simulator.run;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * The same question to every customer.
 *
 * @param at time of the decisions, in the playbook's zone
 * @param channel name of a channel of the playbook
 * @param contexts context attributes by name
 * @param language or null: each customer's own
 * @param top results per placement, at least 1, or null: as many as the channel has room for
 */
public record Question(
        ZonedDateTime at,
        Channel channel,
        Direction direction,
        Map<String, Object> contexts,
        @Nullable String language,
        @Nullable Integer top,
        Explain explain) {

    /** The question to one customer; the interaction id is the hash of subject, time and playbook. */
    public Request to(Subject subject, Playbook playbook) {
        return new Request(
                Request.interactionId(subject.id(), at.toInstant(), playbook.name()),
                at.toInstant(),
                channel.name(),
                direction,
                placements(),
                contexts,
                language,
                explain);
    }

    /** Channel and direction, such as {@code email outbound}. */
    public String where() {
        return channel.name() + " " + direction.code();
    }

    /** The same question at another time. */
    public Question at(ZonedDateTime other) {
        return new Question(other, channel, direction, contexts, language, top, explain);
    }

    /** The same question with another explanation. */
    public Question explained(Explain other) {
        return new Question(at, channel, direction, contexts, language, top, other);
    }

    private List<Channel.Placement> placements() {
        Integer most = top;
        return most == null
                ? channel.placements()
                : channel.placements().stream()
                        .map(placement -> new Channel.Placement(placement.name(), most))
                        .toList();
    }
}
