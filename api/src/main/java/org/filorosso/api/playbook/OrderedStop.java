package org.filorosso.api.playbook;

import java.time.Instant;
import org.filorosso.engine.decide.State;
import org.jspecify.annotations.Nullable;

/**
 * A stop and who ordered it.
 *
 * @param target {@code *}, an issue, {@code issue/group} or {@code issue/group/action}, of any playbook
 * @param channel null means all
 * @param until null means until it is lifted
 */
record OrderedStop(
        String id,
        String target,
        @Nullable String channel,
        @Nullable Instant until,
        String reason,
        String orderedBy,
        Instant orderedAt) {

    State.Stop stop() {
        return new State.Stop(id, target, channel, until, reason);
    }
}
