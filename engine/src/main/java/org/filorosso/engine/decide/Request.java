package org.filorosso.engine.decide;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.learn.Assignment;
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

    /**
     * The id of a contact that nothing else names, as on the command line and in tests: a hash of who, when and which
     * playbook, so that the same run gives the same ids.
     *
     * @param playbook name of the playbook
     * @return 16 hex digits
     */
    public static String interactionId(String subjectId, Instant at, String playbook) {
        return HexFormat.of().toHexDigits(Assignment.bits(subjectId, at.toString(), playbook));
    }

    /** How much a decision tells of itself; it never changes the result. */
    public enum Explain {
        NONE,
        SUMMARY,
        FULL
    }
}
