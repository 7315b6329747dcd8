package org.filorosso.api.response;

import java.math.BigDecimal;
import org.filorosso.api.decision.ResponseToken;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What a response is about: an action in an interaction.
 *
 * @param rank place in its placement, from 1; 0 for what was not proposed
 * @param price the terms of the answer, or null
 * @param cost what an acceptance costs as the decision worked it out, or null when that is not stored
 * @param value the same for what it is worth
 * @param stored whether the decision is stored, and so has counted its contact
 */
record Proposal(
        String interactionId,
        String subjectId,
        String action,
        @Nullable String treatment,
        String channel,
        Direction direction,
        int rank,
        String playbook,
        String revision,
        String stage,
        @Nullable BigDecimal price,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal value,
        boolean stored) {

    /** What a token says, of a decision that may not be stored. */
    static Proposal of(ResponseToken token) {
        return new Proposal(
                token.interactionId(),
                token.subjectId(),
                token.action(),
                token.treatment(),
                token.channel(),
                token.direction(),
                token.rank(),
                token.playbook(),
                token.revision(),
                token.stage(),
                token.price(),
                null,
                null,
                false);
    }
}
