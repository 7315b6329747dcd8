package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Decision.Factors;
import org.jspecify.annotations.Nullable;

/**
 * Why one action is or is not in the answer.
 *
 * @param stage that dropped it; {@link StageCode#PLACEMENT} or {@link StageCode#FALLBACK} when offered
 * @param rank overall place in the answer, from 1; 0 when dropped
 * @param priority null when it never came to arbitration
 * @param why what dropped it, or null when offered
 * @param because the rows that speak for it, only when offered
 */
public record Candidate(
        String action,
        String issue,
        String group,
        boolean offered,
        StageCode stage,
        int rank,
        @Nullable Double priority,
        @Nullable Factors factors,
        @Nullable Why why,
        List<Reason> because) {

    /**
     * What dropped a candidate.
     *
     * @param rule id of the row, or of the setting when no row did it
     * @param source such as {@code engagement.csv:31}; empty when no row did it
     * @param reason the sentence for people, may be empty
     * @param test the cell that failed, or null when no cell did
     * @param near other rows that would have let it pass, closest first
     * @param limit the count that was reached, or null
     */
    public record Why(
            String rule,
            String source,
            String reason,
            @Nullable FailedTest test,
            List<Near> near,
            @Nullable Limit limit) {

        static Why of(String rule, String reason) {
            return new Why(rule, "", reason, null, List.of(), null);
        }
    }

    /**
     * The cell that failed.
     *
     * @param expected the cell as typed
     * @param actual the value seen, or null when missing
     * @param missing the attribute that was missing when the verdict is unknown, else null
     */
    public record FailedTest(
            String column,
            String expected,
            @Nullable Object actual,
            boolean unknown,
            @Nullable String missing) {}

    /** A row that came close: how many of its conditions failed. */
    public record Near(String rule, int failed) {}

    /**
     * A limit that was reached.
     *
     * @param window as written, such as {@code P30D} or {@code week}
     * @param until when the suppression ends, or null when that cannot be told
     */
    public record Limit(long count, long limit, String window, java.time.@Nullable Instant until) {}

    /** A row that speaks for an action. */
    public record Reason(String rule, String source, String reason) {}
}
