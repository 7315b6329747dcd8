package org.filorosso.api.decision;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.filorosso.api.store.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * All that one decision writes: all of it, or nothing.
 *
 * @param newStage the subject's stage where it changed, or null
 * @param message for who listens, or null
 * @param abandoned set when nobody waits for it any more: then it need not be written
 */
record DecisionWrite(
        DecisionRow row,
        @Nullable RequestKey key,
        @Nullable String newStage,
        List<Charges.Charge> charges,
        Outbox.@Nullable Message message,
        AtomicBoolean abandoned) {

    /** What became of a write. */
    sealed interface Outcome {}

    /** It is durable. */
    record Written() implements Outcome {}

    /**
     * The same request was answered before; nothing was written.
     *
     * @param interactionId the answer's
     */
    record AnsweredBefore(String interactionId, String bodyDigest) implements Outcome {}

    /**
     * There is not enough left; nothing was written.
     *
     * @param counter its name
     */
    record UsedUp(String counter) implements Outcome {}

    /** Another request of the same key was on its way in the same transaction; nothing was written. */
    record Again() implements Outcome {}
}
