package org.filorosso.simulator.stats.compare;

import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.bayes.NormalPosterior;
import org.filorosso.simulator.stats.bayes.Posterior;
import org.filorosso.simulator.stats.bayes.TwoBetas;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.frequentist.OneProportion;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.jspecify.annotations.Nullable;

/** One metric of two arms: from moments to estimates, intervals and p-value. */
final class MetricComparison {
    private final Plan plan;
    private final boolean adjusted;
    private final Contrast contrast;
    // two independent proportions and nothing else: what has formulas of its own
    private final @Nullable TwoProportions proportions;
    private final Comparison.@Nullable Pairs pairs;

    private MetricComparison(Plan plan, boolean adjusted, Contrast contrast, @Nullable TwoProportions proportions) {
        this.plan = plan;
        this.adjusted = adjusted;
        this.contrast = contrast;
        this.proportions = proportions;
        this.pairs = null;
    }

    private MetricComparison(Plan plan, boolean adjusted, Contrast contrast, Comparison.Pairs pairs) {
        this.plan = plan;
        this.adjusted = adjusted;
        this.contrast = contrast;
        this.proportions = null;
        this.pairs = pairs;
    }

    /** @param metric its number among the totals' */
    static MetricComparison of(Plan plan, Totals totals, Slice.ArmTotals arm, Slice.ArmTotals control, int metric) {
        boolean adjusted = totals.hasCovariate()
                && (arm.moments[metric].products(2, 2) > 0 || control.moments[metric].products(2, 2) > 0);
        if (plan.paired()) {
            Moments both = arm.withControl[metric];
            return new MetricComparison(
                    plan,
                    adjusted,
                    Contrast.paired(both, adjusted),
                    new Comparison.Pairs(both.n(), arm.differing[metric]));
        }
        boolean simple =
                totals.metrics().get(metric).type() == Metric.Type.PROPORTION && !adjusted && !totals.isClustered();
        Contrast contrast = new Contrast(
                new Arm(arm.moments[metric], simple),
                new Arm(control.moments[metric], simple),
                arm.withControl[metric],
                adjusted);
        return new MetricComparison(
                plan,
                adjusted,
                contrast,
                simple ? new TwoProportions(proportion(arm, metric), proportion(control, metric)) : null);
    }

    private static OneProportion proportion(Slice.ArmTotals arm, int metric) {
        return new OneProportion(Math.rint(arm.moments[metric].sum(0)), arm.moments[metric].n());
    }

    /** The absolute difference. */
    Measured absolute() {
        return asNormal(contrast.absolute());
    }

    /** The relative lift. */
    Measured relative() {
        return asNormal(contrast.relative());
    }

    private Measured asNormal(Measured measured) {
        return proportions == null
                ? measured
                : new Measured(measured.estimate(), measured.se(), Double.POSITIVE_INFINITY, measured.n());
    }

    Comparison.@Nullable Pairs pairs() {
        return pairs;
    }

    /** Whether no pair differs. */
    boolean tied() {
        return pairs != null && tied(pairs);
    }

    /** One pair is no more than an anecdote: as everywhere, two are the least of which an error can be told. */
    static boolean tied(Comparison.Pairs pairs) {
        return pairs.n() >= 2 && pairs.differing() == 0;
    }

    /**
     * The values that the data allow. Where no pair differs there is no error to judge by, and no reason to allow anything but
     * what every pair says.
     */
    Interval interval(Inference inference, Sided sided, Measured measured) {
        return tied() && Double.isFinite(measured.estimate()) ? sided.ends(0, 0) : inference.interval(measured);
    }

    Lift absoluteLift(Inference inference) {
        Measured measured = absolute();
        TwoProportions two = proportions;
        Interval interval = two != null && plan.method() == Plan.Method.FIXED
                ? two.interval(plan.interval(), plan.sided(), plan.alpha())
                : interval(inference, plan.sided(), measured);
        return Lift.of(measured, interval);
    }

    Lift relativeLift(Inference inference) {
        Measured measured = relative();
        return Lift.of(measured, interval(inference, plan.sided(), measured));
    }

    double statistic() {
        return proportions == null || plan.method() != Plan.Method.FIXED
                ? absolute().statistic()
                : proportions.statistic();
    }

    double pValue(Inference inference) {
        return proportions == null || plan.method() != Plan.Method.FIXED
                ? inference.pValue(absolute())
                : proportions.pValue(plan.sided());
    }

    double df() {
        return absolute().df();
    }

    @Nullable
    Double varianceReduction() {
        return adjusted ? Lift.finite(contrast.varianceReduction()) : null;
    }

    /** The posterior; null where the data have no spread. */
    @Nullable
    Posterior posterior() {
        TwoProportions two = proportions;
        if (two != null) {
            return new TwoBetas(
                    two.arm().successes(),
                    two.arm().n(),
                    two.control().successes(),
                    two.control().n());
        }
        return absolute().hasError() ? new NormalPosterior(absolute(), relative()) : null;
    }

    /** The lifts of the Bayesian method: credible intervals. */
    Lift credible(@Nullable Posterior posterior, boolean relative) {
        Measured measured = relative ? relative() : absolute();
        if (posterior == null || !Double.isFinite(measured.estimate())) {
            boolean same = tied() && Double.isFinite(measured.estimate());
            return Lift.of(measured, same ? Sided.TWO.ends(0, 0) : Interval.EVERYTHING);
        }
        return Lift.of(measured, relative ? posterior.relative(plan.alpha()) : posterior.absolute(plan.alpha()));
    }

    /** Whether the sign of a guardrail's margin asks for an upper bound. */
    static Sided side(Guardrail guardrail) {
        return guardrail.margin() > 0 ? Sided.LESS : Sided.GREATER;
    }
}
