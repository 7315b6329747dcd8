package org.filorosso.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a run is asked to do, as it came; {@link RunCheck} says what is wrong with it.
 *
 * @param requestId the same id again asks for the same run, not for another
 * @param playbook null means the only one
 * @param list whom it may contact: the members of this list, or of their households
 * @param all true: everybody whom the service knows
 * @param channels null means all that are open for outbound contacts
 * @param preference {@code order}, {@code only} or {@code ignore}
 * @param at time of all decisions; for a dry run only
 */
record RunRequest(
        @Nullable String requestId,
        @Nullable String playbook,
        @Nullable String list,
        @Nullable Boolean all,
        @Nullable List<@Nullable String> channels,
        @Nullable String preference,
        @Nullable Map<String, @Nullable JsonNode> contexts,
        @Nullable String language,
        @Nullable Long seed,
        @Nullable Instant at,
        @Nullable Boolean dryRun) {

    boolean dry() {
        return Boolean.TRUE.equals(dryRun);
    }

    long seedOrDefault() {
        return seed == null ? 1 : seed;
    }
}
