package org.filorosso.api.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question as it comes; anything may be missing.
 *
 * @param requestId names the call: the same again gets the same answer
 * @param contexts context attributes by name
 * @param profile attributes that hold for this call only, by name
 */
record DecisionRequest(
        @Nullable String requestId,
        @Nullable String subjectId,
        @Nullable String channel,
        @Nullable String direction,
        @Nullable List<Place> placements,
        @Nullable Map<String, JsonNode> contexts,
        @Nullable String language,
        @Nullable String playbook,
        @Nullable Boolean dryRun,
        @Nullable String explain,
        @Nullable String at,
        @Nullable String revision,
        @Nullable Map<String, JsonNode> profile) {

    /** A placement to fill. */
    record Place(@Nullable String name, @Nullable Integer itemCount) {}
}
