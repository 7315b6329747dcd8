package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.time.Instant;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What a response needs to know of a result, carried by the caller: a response to an answer that was never stored is
 * understood all the same.
 *
 * @param rank place in its placement, from 1
 * @param at time of the decision
 */
public record ResponseToken(
        String interactionId,
        String subjectId,
        String action,
        String treatment,
        String channel,
        Direction direction,
        int rank,
        String playbook,
        String revision,
        String stage,
        @Nullable BigDecimal price,
        Instant at) {}
