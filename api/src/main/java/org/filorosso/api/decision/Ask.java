package org.filorosso.api.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A question that has been checked against the playbook that answers it.
 *
 * @param key idempotency, or null where the caller named no request or nothing is written
 * @param subjectId an id or an alias
 * @param overrides attributes that hold for this call only; null values are missing
 * @param at time of the decision
 */
record Ask(
        @Nullable RequestKey key,
        String subjectId,
        LivePlaybook live,
        Where where,
        Map<String, Object> contexts,
        Map<String, @Nullable Object> overrides,
        @Nullable String language,
        Explain explain,
        boolean dryRun,
        Instant at) {

    /** The same question at another time. */
    Ask at(Instant time) {
        return new Ask(key, subjectId, live, where, contexts, overrides, language, explain, dryRun, time);
    }

    /** Where the answer is to be shown. */
    record Where(Channel channel, Direction direction, List<Channel.Placement> placements) {}
}
