package org.filorosso.engine.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the log keeps it.
 *
 * @param revision as logged, 12 to 64 hex digits
 * @param results best first, placement by placement; may be empty
 * @param noActionReason code of the stage that emptied the answer, or null when there is a result
 */
public record Decided(
        String interactionId,
        Instant at,
        String arm,
        String revision,
        String channel,
        Direction direction,
        List<Offered> results,
        @Nullable String noActionReason) {

    /**
     * One result.
     *
     * @param rank place in its placement, from 1
     * @param propensity P, 0..1; NaN when it is not known
     * @param price the terms quoted, or null
     */
    public record Offered(
            String action,
            int rank,
            double propensity,
            @Nullable BigDecimal price) {}
}
