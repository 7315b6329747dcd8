package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a subject's history.
 *
 * @param kind {@code decided}, {@code response} or {@code event}
 * @param action null for an event, and for a decision that proposed nothing
 * @param event null but for an event
 * @param key of the response or the event
 */
record PastItem(
        Instant at,
        String kind,
        @Nullable String interactionId,
        @Nullable String action,
        @Nullable String treatment,
        @Nullable String outcome,
        @Nullable String channel,
        @Nullable String direction,
        @Nullable BigDecimal value,
        @Nullable BigDecimal price,
        @Nullable String reason,
        @Nullable String event,
        @Nullable String key) {

    static final String DECIDED = "decided";
    static final String RESPONSE = "response";
    static final String EVENT = "event";
}
