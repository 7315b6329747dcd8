package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.StageCode;
import org.jspecify.annotations.Nullable;

/**
 * How the decision of a golden customer must end. What is null or empty is not looked at.
 *
 * @param stage the lifecycle stage
 * @param arm the arm, or {@code holdout}
 * @param noAction whether the answer must be empty
 * @param offers who must be in the answer, and who not
 * @param dropped what must have dropped whom, by action
 * @param prices the terms quoted in the answer, by action
 */
public record Expectation(
        @Nullable String stage,
        @Nullable String arm,
        @Nullable Boolean noAction,
        Offers offers,
        Map<String, Drop> dropped,
        Map<String, BigDecimal> prices) {

    public static final Expectation NOTHING = new Expectation(null, null, null, Offers.ANY, Map.of(), Map.of());

    public Expectation {
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
        prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    /** Whether nothing at all is looked at. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /**
     * Who must be in the answer.
     *
     * @param top the first result of the first placement
     * @param results all results in their exact order, or null
     * @param includes actions that are somewhere among the results
     * @param excludes actions that are not
     */
    public record Offers(
            @Nullable String top, @Nullable List<String> results, List<String> includes, List<String> excludes) {

        public static final Offers ANY = new Offers(null, null, List.of(), List.of());
    }

    /** What must have dropped an action; null is any. */
    public record Drop(
            @Nullable StageCode stage,
            @Nullable String rule,
            @Nullable Verdict verdict) {

        public static final Drop ANY = new Drop(null, null, null);
    }

    /** How a cell failed. */
    public enum Verdict {
        FALSE,
        UNKNOWN
    }
}
