package org.filorosso.engine.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Channel.Placement;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One question: what now, for this customer, here.
 *
 * @param interactionId names the contact; chance in exploration follows from it
 * @param at the time of the decision; nothing else tells the time
 * @param channel name of a channel of the playbook
 * @param placements those to fill, in order; empty means all of the channel
 * @param contexts context attributes by name, normalised as in {@link org.filorosso.engine.feel.Reading}
 * @param language or null: the subject's, else the playbook's first
 */
public record Request(
        String interactionId,
        Instant at,
        String channel,
        Direction direction,
        List<Placement> placements,
        Map<String, Object> contexts,
        @Nullable String language,
        Explain explain) {

    /** How much a decision tells of itself; it never changes the result. */
    public enum Explain {
        NONE,
        SUMMARY,
        FULL
    }
}
