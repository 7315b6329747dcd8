package org.filorosso.simulator.simulation;

import java.math.BigDecimal;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.compare.Guardrail;
import org.jspecify.annotations.Nullable;

/**
 * What became of a guardrail. Non-inferiority (ICH E9, Statistical Principles for Clinical Trials, 1998, section 3.3.2) of the
 * paired contrast arm - (1 + margin) control, or arm - control - margin: so a relative margin needs no division, and holds over
 * a control of 0, too.
 *
 * @param allows what the margin lets pass
 * @param estimate of the difference per customer
 * @param most the difference that the margin lets pass, as the control's mean has it
 * @param bound the worst that the data allow, one-sided; null where nothing can be told
 * @param verdict {@code kept}: shown to be within the margin; {@code broken}: shown to be beyond it; {@code not shown}
 */
public record Guarded(
        String metric,
        double margin,
        boolean relative,
        String allows,
        BigDecimal estimate,
        BigDecimal most,
        @Nullable BigDecimal bound,
        String verdict) {
    private static final double[] PLAIN = {1, -1};

    /**
     * Judges.
     *
     * @param moments of the arm and the control, customer by customer
     * @param alpha of being called kept where it is not: all have to be kept, so that each may use the whole
     * @param share of alpha that this guardrail has of being called broken where none is
     */
    static Guarded of(Guardrail guardrail, Moments moments, double alpha, double share) {
        double margin = guardrail.margin();
        double sign = Math.signum(margin);
        double[] weights = {1, guardrail.relative() ? -(1 + margin) : -1};
        double difference = moments.mean(0) - moments.mean(1);
        double beyond = sign * (moments.mean(0) + weights[1] * moments.mean(1) - (guardrail.relative() ? 0 : margin));
        double se = Math.sqrt(Math.max(0, moments.covariance(weights, weights)) / Math.max(1, moments.n()));
        boolean same = moments.covariance(PLAIN, PLAIN) <= 0;
        double allowed = guardrail.relative() ? margin * moments.mean(1) : margin;
        return judged(guardrail, difference, allowed, new Beyond(beyond, se, moments.n(), same), alpha, share);
    }

    /**
     * How far a figure is beyond its margin.
     *
     * @param by above 0 where it is worse than allowed
     * @param same whether the arms do not differ in any customer
     */
    record Beyond(double by, double se, long n, boolean same) {}

    static Guarded judged(
            Guardrail guardrail, double difference, double most, Beyond beyond, double alpha, double share) {
        boolean noWorse = beyond.same() && Math.signum(guardrail.margin()) * difference <= 0;
        double doubt = Difference.quantile(beyond.n(), 1 - alpha) * beyond.se();
        boolean kept = noWorse || beyond.by() + doubt < 0;
        boolean broken = !noWorse && beyond.by() - Difference.quantile(beyond.n(), 1 - share) * beyond.se() > 0;
        return new Guarded(
                guardrail.metric(),
                guardrail.margin(),
                guardrail.relative(),
                guardrail.sentence(),
                Figures.of(difference),
                Figures.of(most),
                Figures.of(difference + Math.signum(guardrail.margin()) * doubt),
                kept ? "kept" : broken ? "broken" : "not shown");
    }

    /** Whether it is shown to be beyond its margin. */
    public boolean broken() {
        return verdict.equals("broken");
    }
}
