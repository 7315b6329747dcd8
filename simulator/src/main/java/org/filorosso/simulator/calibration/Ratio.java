package org.filorosso.simulator.calibration;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What was predicted beside what happened.
 *
 * @param predicted expected number, at least 0
 * @param real observed number
 * @param ratio real / predicted; null where nothing was predicted
 * @param low lower end of the ratio's exact 95% interval for Poisson counts (Garwood, Biometrika 28 (1936) 437-442), which is cautious
 *     for sums of yes and no; the prediction itself is taken as certain. Null where nothing was predicted, or for contacts
 * @param high its upper end
 */
public record Ratio(
        double predicted,
        long real,
        @Nullable Double ratio,
        @Nullable Double low,
        @Nullable Double high) {
    private static final double TAIL = 0.025;

    /** Counts of answers. */
    static Ratio of(double predicted, long real) {
        if (predicted <= 0) {
            return new Ratio(predicted, real, null, null, null);
        }
        double low = real == 0 ? 0 : chiSquared(2.0 * real, TAIL) / 2;
        double high = chiSquared(2.0 * (real + 1), 1 - TAIL) / 2;
        return new Ratio(predicted, real, real / predicted, low / predicted, high / predicted);
    }

    /** Counts of what we did ourselves: no chance of which an interval could speak. */
    static Ratio plain(double predicted, long real) {
        return new Ratio(predicted, real, predicted <= 0 ? null : (Double) (real / predicted), null, null);
    }

    /** Whether the interval holds 1, or there is none. */
    boolean holds() {
        return low == null || high == null || (low <= 1 && high >= 1);
    }

    private static double chiSquared(double freedom, double share) {
        return new ChiSquaredDistribution(freedom).inverseCumulativeProbability(share);
    }
}
