package org.filorosso.engine.history;

import java.math.BigDecimal;
import java.time.Instant;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One outcome of one action in one interaction with a customer.
 *
 * @param id the interaction; several rows may share it
 * @param action name of the action, of this playbook, of another one or of the past
 * @param rank place of the action in its answer, from 1; 0 when it is not known
 */
public record Interaction(
        String id,
        Instant at,
        String action,
        Outcome outcome,
        String channel,
        Direction direction,
        int rank,
        Details details) {

    /**
     * What else is known of an outcome; any may be null.
     *
     * @param value what it brought, in the playbook's currency
     * @param price the terms quoted or agreed
     * @param reason why, one of the playbook's reasons
     * @param resumeAt when a {@code later} asked to be resumed
     * @param by the team or system that reported it
     */
    public record Details(
            @Nullable BigDecimal value,
            @Nullable BigDecimal price,
            @Nullable String treatment,
            @Nullable String reason,
            @Nullable Instant resumeAt,
            @Nullable String by) {

        public static final Details NONE = new Details(null, null, null, null, null, null);
    }

    @Nullable
    Instant resumeAt() {
        return details.resumeAt();
    }
}
