package org.filorosso.simulator.ope;

import org.jspecify.annotations.Nullable;

/**
 * What a policy would have earned, and whether the log can tell.
 *
 * @param n decisions
 * @param clusters what is independent: clusters, or the decisions
 * @param ess effective sample size: decisions that the weights leave
 * @param meanWeight near 1 where the logged probabilities are right and cover the new policy
 * @param logged mean reward of the logging policy itself
 */
public record Evaluation(
        long n,
        long clusters,
        double ess,
        double meanWeight,
        double maxWeight,
        Estimate logged,
        Estimators estimators,
        String verdict) {

    /** The verdict of a log that can tell. */
    public static final String OK = "ok";

    /** The verdict of a log with too few decisions like the new policy's. */
    public static final String POOR_OVERLAP = "poor overlap";

    /** The verdict of a log that never tried anything else. */
    public static final String DETERMINISTIC = "deterministic log";

    /** The estimates by name; those that need a reward model are null without one. */
    public record Estimators(
            Estimate ips,
            Estimate snips,
            @Nullable Estimate dm,
            @Nullable Estimate dr,
            @Nullable Estimate sndr,
            @Nullable Estimate switchDr) {}
}
