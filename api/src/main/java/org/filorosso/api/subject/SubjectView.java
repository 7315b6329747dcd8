package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subject as it is answered: what is stored, and where he stands with one playbook now. Value is measured at every
 * answer.
 *
 * @param version 0 where only a history is stored
 * @param attributes personal ones masked for those who may not see them
 * @param playbook by which he is seen, or null while none is live; then all that follows is empty
 * @param stageSince since when, as recorded, or null
 * @param recency days since the last purchase
 * @param rfm as loaded, else measured
 * @param customerValue as loaded, else the spend
 * @param quotes those that stand
 * @param lastInteractions newest first
 */
record SubjectView(
        String id,
        long version,
        @Nullable String household,
        @Nullable String language,
        List<String> aliases,
        Map<String, Value> attributes,
        Map<String, Profile.Consent> consents,
        List<String> preferredChannels,
        List<String> lists,
        @Nullable String playbook,
        @Nullable String revision,
        @Nullable String arm,
        @Nullable String stage,
        @Nullable Instant stageSince,
        List<String> segments,
        @Nullable BigDecimal recency,
        @Nullable BigDecimal frequency,
        @Nullable BigDecimal monetary,
        @Nullable String rfm,
        @Nullable BigDecimal customerValue,
        @Nullable BigDecimal valueChange,
        List<State.Quote> quotes,
        List<Thread> openThreads,
        List<Suppression> suppressions,
        List<PastItem> lastInteractions) {

    /**
     * A value and its date.
     *
     * @param masked true where there is a value that this caller may not see
     */
    record Value(@Nullable JsonNode value, Instant asOf, boolean masked) {}

    /**
     * Something begun that is not finished.
     *
     * @param kind {@code later}, {@code journey} or {@code promise}
     * @param effect {@code boost}, {@code wait}, {@code next}, {@code open} or {@code broken}
     */
    record Thread(
            String kind,
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
     * @param channels empty means all
     * @param direction null means both
     * @param within the window, such as {@code P30D} or {@code week}
     * @param until when it ends
     */
    record Suppression(
            String target,
            String rule,
            String reason,
            List<String> channels,
            @Nullable String direction,
            long count,
            long limit,
            String within,
            @Nullable Instant until) {}
}
