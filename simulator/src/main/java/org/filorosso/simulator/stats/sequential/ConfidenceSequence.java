package org.filorosso.simulator.stats.sequential;

import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;

/**
 * Always-valid inference: the truth stays in the interval at all looks together, however many, with probability 1 - alpha.
 *
 * <p>The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, Time-uniform central limit theory and
 * asymptotic confidence sequences, Annals of Statistics 52 (2024), section 2.2 and, one-sided, appendix B.1; it is the
 * mixture sequential probability ratio test of Robbins, Annals of Mathematical Statistics 41 (1970) 1397-1409, with a normal mixture of
 * deviation rho. It holds from some dozens of units on, where standard errors are settled.
 *
 * @param alpha share of errors, 0..1
 * @param tuning number of units, both arms together, at which the interval is to be narrowest; above 0
 */
public record ConfidenceSequence(Sided sided, double alpha, double tuning) implements Inference {

    /** Where nothing is said. */
    public static final double TUNING = 5000;

    @Override
    public Interval interval(Measured measured) {
        if (!measured.hasError()) {
            return Interval.EVERYTHING;
        }
        double grown = grown(measured);
        double root = Math.sqrt(grown);
        double log = sided == Sided.TWO ? Math.log(root / alpha) : Math.log1p(root / (2 * alpha));
        double halfWidth = measured.se() * Math.sqrt(2 * grown * log / (grown - 1));
        return sided.around(measured.estimate(), halfWidth);
    }

    /** The smallest alpha at which zero is outside, the mixture kept: an always-valid p-value. */
    @Override
    public double pValue(Measured measured) {
        if (!measured.hasError()) {
            return Double.NaN;
        }
        double grown = grown(measured);
        double z = sided == Sided.LESS ? -measured.statistic() : measured.statistic();
        double evidence = z * z * (grown - 1) / (2 * grown);
        if (sided == Sided.TWO) {
            return Math.min(1, Math.exp(Math.log(grown) / 2 - evidence));
        }
        return z <= 0 ? 1 : Math.min(1, Math.sqrt(grown) / (2 * Math.expm1(evidence)));
    }

    /** {@code n rho^2 + 1}, with rho chosen as in the same paper, appendix B.2. */
    private double grown(Measured measured) {
        double log = -2 * Math.log(sided.tail(alpha) * 2);
        return measured.n() * (log + Math.log1p(log)) / tuning + 1;
    }
}
