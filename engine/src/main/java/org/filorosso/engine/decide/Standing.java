package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands with one playbook at one time.
 *
 * @param arm the arm, or {@code holdout}
 * @param segments in file order
 * @param threads what was begun and is not finished
 * @param suppressions what contact-policy.csv holds back now, on any channel
 */
public record Standing(
        String arm,
        String stage,
        List<String> segments,
        Value value,
        List<OpenThread> threads,
        List<Suppression> suppressions) {

    /**
     * What the customer is worth, measured now; null where it is neither known nor measured.
     *
     * @param recency days since the last purchase
     * @param frequency purchases within the horizon
     * @param monetary spend within the horizon, in the playbook's currency
     * @param rfm three digits 1-5
     * @param customerValue as loaded, else the spend
     * @param change of the spend over the horizon
     */
    public record Value(
            @Nullable BigDecimal recency,
            @Nullable BigDecimal frequency,
            @Nullable BigDecimal monetary,
            @Nullable String rfm,
            @Nullable BigDecimal customerValue,
            @Nullable BigDecimal change) {}

    /** What kind of thread. */
    public enum Kind {
        LATER,
        JOURNEY,
        PROMISE
    }

    /**
     * Something begun that is not finished.
     *
     * @param rule id of the journey's row, {@code later} or {@code due}
     * @param journey its name; empty where it is none
     * @param step of the journey, else 0
     * @param target path of what it is about
     * @param effect {@code boost}, {@code wait} or {@code next} of a thread; {@code open} or {@code broken} of a promise
     * @param until when the effect ends, or when the promise was or is due; null for a promise without a time
     * @param reason the sentence for people, may be empty
     */
    public record OpenThread(
            Kind kind,
            String rule,
            String journey,
            int step,
            String target,
            String effect,
            Instant since,
            @Nullable Instant until,
            String reason) {}

    /**
     * Silence because of what was said already.
     *
     * @param rule id of the row
     * @param source such as {@code contact-policy.csv:3}
     * @param reason the sentence for people, may be empty
     * @param target path of what is held back
     * @param channels on which; empty means all
     * @param direction in which, or null for both
     * @param limit the count that was reached, and when the silence ends
     */
    public record Suppression(
            String rule,
            String source,
            String reason,
            String target,
            List<String> channels,
            @Nullable Direction direction,
            Candidate.Limit limit) {}
}
