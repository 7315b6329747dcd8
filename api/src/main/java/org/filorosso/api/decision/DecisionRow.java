package org.filorosso.api.decision;

import java.time.Instant;
import java.util.List;
import org.filorosso.api.subject.HistoryEntry;
import org.filorosso.api.subject.StoredCodes;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is stored.
 *
 * @param variants {@code script=A|price=B}
 * @param results JSON, an array a result
 * @param stages JSON, what each stage was given and left
 * @param facts packed, or null once erased
 */
record DecisionRow(
        String interactionId,
        Instant at,
        String subjectId,
        @Nullable String household,
        String playbook,
        String revision,
        String arm,
        String variants,
        String channel,
        String direction,
        String stage,
        String results,
        String stages,
        @Nullable String noActionReason,
        @Nullable String degraded,
        byte @Nullable [] facts,
        String factsDigest) {

    /** What the subject's history gains by it. */
    List<HistoryEntry> entries() {
        return new HistoryEntry.Decided(subjectId, interactionId, at, channel, StoredCodes.direction(direction))
                .actions(results);
    }
}
