package org.filorosso.simulator.stats.compare;

import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
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

    private MetricComparison(Plan plan, boolean adjusted, Contrast contrast, @Nullable TwoProportions proportions) {
        this.plan = plan;
        this.adjusted = adjusted;
        this.contrast = contrast;
        this.proportions = proportions;
    }

    /** @param metric its number among the totals' */
    static MetricComparison of(Plan plan, Totals totals, Slice.ArmTotals arm, Slice.ArmTotals control, int metric) {
        boolean adjusted = totals.hasCovariate()
                && (arm.moments[metric].products(2, 2) > 0 || control.moments[metric].products(2, 2) > 0);
        if (plan.paired()) {
            return new MetricComparison(plan, adjusted, Contrast.paired(arm.withControl[metric], adjusted), null);
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

    Lift absoluteLift(Inference inference) {
        Measured measured = absolute();
        TwoProportions two = proportions;
        Interval interval = two != null && plan.method() == Plan.Method.FIXED
                ? two.interval(plan.interval(), plan.sided(), plan.alpha())
                : inference.interval(measured);
        return Lift.of(measured, interval);
    }

    Lift relativeLift(Inference inference) {
        Measured measured = relative();
        return Lift.of(measured, inference.interval(measured));
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
            return Lift.of(measured, Interval.EVERYTHING);
        }
        return Lift.of(measured, relative ? posterior.relative(plan.alpha()) : posterior.absolute(plan.alpha()));
    }

    /** Whether the sign of a guardrail's margin asks for an upper bound. */
    static Sided side(Guardrail guardrail) {
        return guardrail.margin() > 0 ? Sided.LESS : Sided.GREATER;
    }
}
