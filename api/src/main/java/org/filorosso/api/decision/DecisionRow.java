package org.filorosso.api.decision;

import java.time.Instant;
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
        String factsDigest) {}
