package org.filorosso.simulator.stats.compare;

import org.jspecify.annotations.Nullable;

/**
 * One metric of one arm against the control; null is what cannot be told.
 *
 * @param n units of the arm
 * @param estimate the arm's mean, share or ratio, not adjusted
 * @param absolute the difference, adjusted by the covariate where there is one
 * @param relative the difference over the control's value; nothing where that is zero
 * @param df degrees of freedom; null for the normal distribution
 * @param adjustedPValue corrected over metrics and arms
 * @param varianceReduction share of variance that the covariate takes away; null without one
 * @param probabilityToBeat that the arm's value is above the control's; of the Bayesian method only
 * @param expectedLoss what taking the arm costs on average where the control is better; of the Bayesian method only
 * @param pairs what became of the pairs; null where arms are not paired
 */
public record Comparison(
        String metric,
        String type,
        String arm,
        String control,
        long n,
        long nControl,
        @Nullable Double estimate,
        @Nullable Double controlEstimate,
        Lift absolute,
        Lift relative,
        @Nullable Double statistic,
        @Nullable Double df,
        @Nullable Double pValue,
        @Nullable Double adjustedPValue,
        @Nullable Double varianceReduction,
        @Nullable Double probabilityToBeat,
        @Nullable Double expectedLoss,
        @Nullable Pairs pairs) {

    /**
     * The pairs of a unit (or cluster) in the arm and in the control.
     *
     * @param n how many
     * @param differing in how many the two are not the same
     */
    public record Pairs(long n, long differing) {}

    Comparison adjusted(double adjusted) {
        return new Comparison(
                metric,
                type,
                arm,
                control,
                n,
                nControl,
                estimate,
                controlEstimate,
                absolute,
                relative,
                statistic,
                df,
                pValue,
                Lift.finite(adjusted),
                varianceReduction,
                probabilityToBeat,
                expectedLoss,
                pairs);
    }

    /** Whether no pair differs: the difference is 0 with nothing to test, and no interval but 0. */
    public boolean tied() {
        return pairs != null && MetricComparison.tied(pairs);
    }

    /** 1 where the arm is shown to be above, -1 below, 0 where neither is. */
    public int shown(double alpha) {
        Double lift = absolute.lift();
        if (lift == null) {
            return 0;
        }
        if (probabilityToBeat != null) {
            return probabilityToBeat > 1 - alpha / 2 ? 1 : probabilityToBeat < alpha / 2 ? -1 : 0;
        }
        return adjustedPValue == null || adjustedPValue >= alpha ? 0 : (int) Math.signum(lift);
    }
}
