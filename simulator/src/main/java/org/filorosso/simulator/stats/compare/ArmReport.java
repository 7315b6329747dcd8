package org.filorosso.simulator.stats.compare;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison came to.
 *
 * @param verdict one sentence for people
 * @param warnings what looks wrong, the worst first
 * @param segments exploratory: found by looking in many places
 */
public record ArmReport(
        String verdict,
        List<String> warnings,
        Srm srm,
        List<Comparison> comparisons,
        List<Guarded> guardrails,
        List<Segment> segments,
        Settings settings) {

    /**
     * The test of the arms' sizes.
     *
     * @param failed whether no result may be read
     * @param arms what was counted, by arm
     */
    public record Srm(double chiSquare, int df, double pValue, boolean failed, Map<String, Long> arms) {}

    /**
     * A guardrail of one arm.
     *
     * @param bound the worst that the data allow, one-sided
     * @param pValue of the hypothesis that the margin is passed
     * @param verdict kept, broken, or not shown
     */
    public record Guarded(
            String metric,
            String arm,
            double margin,
            boolean relative,
            String allows,
            @Nullable Double lift,
            @Nullable Double bound,
            @Nullable Double pValue,
            String verdict) {}

    /** Comparisons among the units of one segment. */
    public record Segment(String segment, boolean exploratory, List<Comparison> comparisons) {}

    /**
     * How it was compared.
     *
     * @param look number of this look, of the group-sequential method only
     * @param critical value at each look, of the group-sequential method only
     */
    public record Settings(
            String method,
            String control,
            double alpha,
            String sided,
            String correction,
            boolean paired,
            boolean clustered,
            @Nullable Integer look,
            @Nullable List<Double> critical) {}
}
