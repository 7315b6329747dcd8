package org.filorosso.api.response;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a caller posts: events, all taken or none. */
record GivenEvents(@Nullable List<@Nullable Given> events) {

    /**
     * One event as it came, unchecked.
     *
     * @param subjectId or an alias
     * @param key what it is about; null where there is nothing, and then its time and fields name it
     * @param at null: now
     */
    record Given(
            @Nullable String subjectId,
            @Nullable String event,
            @Nullable String key,
            @Nullable String at,
            @Nullable Map<String, JsonNode> fields) {}
}
