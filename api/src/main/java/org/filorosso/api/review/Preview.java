package org.filorosso.api.review;

import java.time.Instant;
import org.filorosso.simulator.review.diff.DecisionDiff;
import org.jspecify.annotations.Nullable;

/**
 * What a revision would have decided for real customers: everybody as he was known at that moment. Examples name
 * interactions, not subjects. Counters that the first decision did not read count as unused.
 *
 * @param revision the one that was tried
 * @param from time of the earliest decision looked at, or null where there was none
 * @param to of the latest, or null
 * @param skipped decisions that cannot be made again
 * @param changes before: by the revision of that time; after: by this one
 */
record Preview(
        String playbook,
        String revision,
        @Nullable Instant from,
        @Nullable Instant to,
        Skipped skipped,
        DecisionDiff changes) {

    /**
     * Why decisions were left out.
     *
     * @param erased facts that were erased
     * @param notKept facts whose revision, or what was learnt by then, is no longer kept
     * @param channelGone asked on a channel that the revision does not have
     */
    record Skipped(long erased, long notKept, long channelGone) {}
}
