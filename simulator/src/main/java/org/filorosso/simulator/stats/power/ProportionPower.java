package org.filorosso.simulator.stats.power;

import java.util.Locale;
import org.filorosso.simulator.stats.Sided;

/**
 * Power of the comparison of two proportions. The formulas differ by the variance they take where there is no difference: results
 * differ by a few per cent, so that a size without the formula's name says little.
 *
 * @param baseline the control's proportion, above 0 and below 1
 * @param falling whether the effect is a fall
 */
public record ProportionPower(Design design, Kind kind, double baseline, boolean falling) implements Power {

    /** Formulas. */
    public enum Kind {
        /** Variance of the pooled proportion: Fleiss, Levin, Paik (2003), section 4.2, without correction; R's power.prop.test. */
        POOLED,
        /** Each arm's own variance: Chow, Shao, Wang, Sample Size Calculations in Clinical Research (2003), section 4.2. */
        UNPOOLED,
        /** Cohen's h: Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 6.4. */
        ARCSINE,
        /** The control's variance in both arms: what well-known calculators on the web take. */
        BASELINE
    }

    @Override
    public double power(double n, double effect) {
        double other = falling ? baseline - effect : baseline + effect;
        double root = Math.sqrt(n);
        if (kind == Kind.ARCSINE) {
            double h = Math.abs(2 * Math.asin(Math.sqrt(other)) - 2 * Math.asin(Math.sqrt(baseline)));
            return bothTails(h * root / Math.sqrt(design.spread()));
        }
        double with = variance(baseline) + variance(other) / design.ratio();
        double without = switch (kind) {
            case POOLED -> variance((baseline + design.ratio() * other) / (1 + design.ratio())) * design.spread();
            case BASELINE -> variance(baseline) * design.spread();
            default -> with;
        };
        return Sided.NORMAL.cumulativeProbability(
                (effect * root - design.critical() * Math.sqrt(without)) / Math.sqrt(with));
    }

    /** The chance to be significant on either side, as this formula is published. */
    private double bothTails(double shift) {
        double wrongSide =
                design.sided() == Sided.TWO ? Sided.NORMAL.cumulativeProbability(-design.critical() - shift) : 0;
        return Sided.NORMAL.survivalProbability(design.critical() - shift) + wrongSide;
    }

    private static double variance(double p) {
        return p * (1 - p);
    }

    @Override
    public double largest() {
        return (falling ? baseline : 1 - baseline) * (1 - 1e-9);
    }

    @Override
    public String formula() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
