package org.filorosso.api.response;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller posts: responses, all taken or none. */
record GivenResponses(@Nullable List<@Nullable Given> responses) {

    /**
     * One response as it came, unchecked.
     *
     * @param at null: now
     * @param offered null: it was
     * @param key null: one made of interaction, action and outcome
     */
    record Given(
            @Nullable String responseToken,
            @Nullable String interactionId,
            @Nullable String action,
            @Nullable String outcome,
            @Nullable String channel,
            @Nullable String at,
            @Nullable BigDecimal value,
            @Nullable BigDecimal price,
            @Nullable String reason,
            @Nullable String resumeAt,
            @Nullable String team,
            @Nullable Boolean offered,
            @Nullable String key) {}
}
