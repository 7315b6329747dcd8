package org.filorosso.simulator.stats.frequentist;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.Zero;

/** Two independent proportions: the pooled z test without continuity correction, and intervals of their difference. */
public record TwoProportions(OneProportion arm, OneProportion control) {

    /** How an interval of the difference is made. */
    public enum Method {
        /** Newcombe's hybrid of two Wilson intervals. */
        NEWCOMBE,
        /** Miettinen and Nurminen's score interval. */
        SCORE,
        /** Estimate plus and minus standard errors. */
        WALD
    }

    /** The arm's proportion less the control's, -1..1. */
    public double difference() {
        return arm.value() - control.value();
    }

    /** The standard error, variances not pooled. */
    public double standardError() {
        return Math.sqrt(variance(arm) + variance(control));
    }

    private static double variance(OneProportion one) {
        return one.value() * (1 - one.value()) / one.n();
    }

    /**
     * The z statistic with the variance pooled over both, as under no difference: Fleiss, Levin, Paik, Statistical Methods for
     * Rates and Proportions, 3rd edition (2003), section 3.2. NaN where all succeed or all fail.
     */
    public double statistic() {
        double pooled = (arm.successes() + control.successes()) / (arm.n() + control.n());
        double se = Math.sqrt(pooled * (1 - pooled) * (1 / arm.n() + 1 / control.n()));
        return se > 0 ? difference() / se : Double.NaN;
    }

    /** The p-value of {@link #statistic()}; NaN where there is none. */
    public double pValue(Sided sided) {
        double z = statistic();
        return Double.isNaN(z) ? z : sided.pValue(z, Sided.NORMAL);
    }

    /** The interval of the difference at an error of alpha. */
    public Interval interval(Method method, Sided sided, double alpha) {
        double z = sided.critical(alpha, Sided.NORMAL);
        Interval both = switch (method) {
            case NEWCOMBE -> newcombe(z);
            case SCORE -> score(z);
            case WALD -> Sided.TWO.around(difference(), z * standardError());
        };
        return sided.ends(both.low(), both.high());
    }

    /** Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), method 10. */
    private Interval newcombe(double z) {
        Interval one = arm.wilsonAt(z);
        Interval two = control.wilsonAt(z);
        double below = Math.hypot(arm.value() - one.low(), two.high() - control.value());
        double above = Math.hypot(one.high() - arm.value(), control.value() - two.low());
        return new Interval(difference() - below, difference() + above);
    }

    /** Miettinen, Nurminen, Comparative analysis of two rates, Statistics in Medicine 4 (1985) 213-226, section 3. */
    private Interval score(double z) {
        double d = difference();
        double low = Zero.of(delta -> scoreStatistic(delta) - z, -1, d);
        double high = Zero.of(delta -> scoreStatistic(delta) + z, d, 1);
        return new Interval(low, high);
    }

    private double scoreStatistic(double delta) {
        double p = restricted(delta);
        double q = Math.min(1, Math.max(0, p + delta));
        double total = arm.n() + control.n();
        double variance = (q * (1 - q) / arm.n() + p * (1 - p) / control.n()) * total / (total - 1);
        double distance = difference() - delta;
        if (distance == 0) {
            return 0;
        }
        return variance > 0 ? distance / Math.sqrt(variance) : Math.copySign(Double.MAX_VALUE, distance);
    }

    /** The control's likeliest proportion where the arm's is larger by delta: the same paper, appendix I. */
    private double restricted(double delta) {
        double total = arm.n() + control.n();
        double l2 = (control.n() + total) * delta - total;
        l2 -= arm.successes() + control.successes();
        double l1 =
                (control.n() * delta - total - 2 * control.successes()) * delta + arm.successes() + control.successes();
        double l0 = control.successes() * delta * (1 - delta);
        double third = l2 / (3 * total);
        double q = third * third * third - l1 * l2 / (6 * total * total) + l0 / (2 * total);
        double root = Math.sqrt(Math.max(0, third * third - l1 / (3 * total)));
        double p = Math.copySign(root, q);
        double cosine = p == 0 ? 0 : Math.min(1, Math.max(-1, q / (p * p * p)));
        double angle = (Math.PI + Math.acos(cosine)) / 3;
        return Math.min(1, Math.max(0, 2 * p * Math.cos(angle) - third));
    }
}
