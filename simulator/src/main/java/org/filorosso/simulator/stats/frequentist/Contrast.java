package org.filorosso.simulator.stats.frequentist;

import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two arms, absolute and relative, by the delta method, adjusted by a covariate and for units that stand in
 * both arms.
 *
 * <p>Adjustment (CUPED): Deng, Xu, Kohavi, Walker, Improving the sensitivity of online controlled experiments by utilizing
 * pre-experiment data, WSDM 2013, section 3.2: theta is the covariance over the variance, of both arms taken as one sample.
 * Relative lift: the adjusted difference over the control's value as it is, Deng, Knoblich, Lu (2018), section 3.1.
 */
public final class Contrast {
    private final Arm arm;
    private final Arm control;
    private final @Nullable Moments both;
    private final double theta;

    /**
     * Two arms.
     *
     * @param both moments of the pairs of vectors (arm, then control) of units that stand in both; null where none does
     * @param adjusted whether the covariate is used
     */
    public Contrast(Arm arm, Arm control, @Nullable Moments both, boolean adjusted) {
        this.arm = arm;
        this.control = control;
        this.both = both == null || both.n() == 0 ? null : both;
        this.theta = adjusted ? theta() : 0;
    }

    /** Of pairs only: every unit stands in both arms, as under common random numbers. */
    public static Contrast paired(Moments both, boolean adjusted) {
        Arm arm = new Arm(both.part(0, Arm.SIZE), false);
        Arm control = new Arm(both.part(Arm.SIZE, Arm.SIZE), false);
        return new Contrast(arm, control, both, adjusted);
    }

    private double theta() {
        double share = (double) arm.moments().n()
                * control.moments().n()
                / (arm.moments().n() + control.moments().n());
        double metric = arm.value() - control.value();
        double covariate = arm.covariate() - control.covariate();
        double together = inner(arm, 1, 0) + inner(control, 1, 0) + share * metric * covariate;
        double alone = inner(arm, 0, 1) + inner(control, 0, 1) + share * covariate * covariate;
        return alone > 0 ? together / alone : 0;
    }

    private static double inner(Arm one, double a, double b) {
        return one.products(one.gradient(a, b), one.gradient(0, 1));
    }

    /** The coefficient of the covariate; 0 without one. */
    public double coefficient() {
        return theta;
    }

    /** The arm's value less the control's, adjusted. */
    public Measured absolute() {
        double difference = adjusted(arm) - adjusted(control);
        return measured(difference, variance(1, -theta, -1, theta));
    }

    /** The difference over the control's value; nothing where that is zero. */
    public Measured relative() {
        double base = control.value();
        if (base == 0) {
            return Measured.NOTHING;
        }
        double difference = adjusted(arm) - adjusted(control);
        double variance = variance(1 / base, -theta / base, -1 / base - difference / (base * base), theta / base);
        return measured(difference / base, variance);
    }

    private double adjusted(Arm one) {
        return one.value() - theta * one.covariate();
    }

    /** The share of the difference's variance that the covariate takes away; negative where it does harm. */
    public double varianceReduction() {
        double plain = variance(1, 0, -1, 0);
        return plain > 0 ? 1 - variance(1, -theta, -1, theta) / plain : 0;
    }

    private double variance(double a, double b, double controlA, double controlB) {
        return arm.variance(a, b)
                + control.variance(controlA, controlB)
                + 2 * covariance(arm.gradient(a, b), control.gradient(controlA, controlB));
    }

    /** What units in both arms make the two estimates have in common. */
    private double covariance(double[] left, double[] right) {
        Moments pairs = both;
        if (pairs == null) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < Arm.SIZE; i++) {
            for (int j = 0; j < Arm.SIZE; j++) {
                sum += left[i] * right[j] * crossProducts(pairs, i, j);
            }
        }
        double n = arm.moments().n();
        double m = control.moments().n();
        return sum / Math.sqrt(n * m * (n - 1) * (m - 1));
    }

    private double crossProducts(Moments pairs, int i, int j) {
        return pairs.products(i, Arm.SIZE + j)
                + pairs.n()
                        * (pairs.mean(i) - arm.moments().mean(i))
                        * (pairs.mean(Arm.SIZE + j) - control.moments().mean(j));
    }

    private Measured measured(double estimate, double variance) {
        double n = arm.moments().n() + control.moments().n();
        return new Measured(estimate, Math.sqrt(Math.max(0, variance)), df(), n);
    }

    /** Welch's degrees of freedom (Biometrika 34 (1947) 28-35); of pairs, their number less one. */
    private double df() {
        double n = arm.moments().n();
        double m = control.moments().n();
        if (both != null) {
            return Math.min(n, m) - 1;
        }
        double one = arm.variance(1, -theta);
        double two = control.variance(-1, theta);
        return (one + two) * (one + two) / (one * one / (n - 1) + two * two / (m - 1));
    }
}
