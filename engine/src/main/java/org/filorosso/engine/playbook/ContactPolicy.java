package org.filorosso.engine.playbook;

import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * How often is enough.
 *
 * @param per what the count is kept for
 * @param channels indexes of the channels it counts and suppresses on; empty means all
 * @param direction the only direction it counts and suppresses, or null
 * @param outcomes what is counted, at least one
 * @param limit positive
 * @param suppress how long after the contact that reached the limit the silence lasts, or null
 */
public record ContactPolicy(
        Row row,
        Target target,
        Per per,
        Set<Integer> channels,
        @Nullable Direction direction,
        Set<Outcome> outcomes,
        int limit,
        Window within,
        @Nullable Span suppress,
        AssignmentLevel level) {

    /** What a count is kept for. */
    public enum Per {
        ACTION,
        GROUP,
        ISSUE,
        ALL
    }

    /**
     * The time in which contacts count: a rolling span or a calendar unit of the playbook's zone (weeks begin on Monday).
     * Exactly one is not null.
     */
    public record Window(@Nullable Span rolling, @Nullable Calendar calendar) {}

    /** Calendar units. */
    public enum Calendar {
        DAY,
        WEEK,
        MONTH
    }
}
