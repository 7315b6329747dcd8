package org.filorosso.simulator.stats.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.frequentist.Adjustment;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.filorosso.simulator.stats.sequential.Boundary;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;

/**
 * How arms are compared.
 *
 * @param control name of the arm that others are compared with
 * @param alpha share of errors, above 0 and below 1
 * @param interval of differences of proportions, where nothing but them decides
 * @param tuning units at which an always-valid interval is narrowest
 * @param looks of the group-sequential method
 * @param guardrails metrics that must not get worse; their metrics may stand in no other list
 * @param expected shares of units per arm; empty where all should be equal
 * @param paired whether each unit stands in all arms
 */
public record Plan(
        String control,
        double alpha,
        Sided sided,
        Method method,
        TwoProportions.Method interval,
        double tuning,
        LookPlan looks,
        Adjustment correction,
        List<Guardrail> guardrails,
        Map<String, Double> expected,
        boolean paired) {

    /** Schools of statistics. */
    public enum Method {
        /** One look, fixed in advance. */
        FIXED,
        /** As many looks as you like. */
        SEQUENTIAL,
        /** A few planned looks. */
        GROUP_SEQUENTIAL,
        /** Beliefs from flat priors. */
        BAYESIAN;

        /** As options and files write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One look, two sides, 5% error, Newcombe's interval, no correction. */
    public static Plan of(String control) {
        return new Plan(
                control,
                0.05,
                Sided.TWO,
                Method.FIXED,
                TwoProportions.Method.NEWCOMBE,
                ConfidenceSequence.TUNING,
                new LookPlan(Boundary.SPENDING_OBRIEN_FLEMING, List.of(1.0), null),
                Adjustment.NONE,
                List.of(),
                Map.of(),
                false);
    }

    /** The same with another method. */
    public Plan with(Method another) {
        return new Plan(
                control, alpha, sided, another, interval, tuning, looks, correction, guardrails, expected, paired);
    }
}
