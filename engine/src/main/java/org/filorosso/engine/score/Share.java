package org.filorosso.engine.score;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.filorosso.engine.score.Scorecard.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A share of things that come in clusters, several of one subject, with its 95% interval.
 *
 * <p>Where no subject has more than one, the interval is Wilson's score interval (E. B. Wilson, JASA 22, 1927, 209-212).
 * Where they repeat, it is Wilson's with the effective sample size: n over the design effect, which is the variance of the
 * ratio over clusters beside that of independent draws (L. Kish, Survey Sampling, 1965), never below 1, and with the
 * correction for few clusters of E. L. Korn and B. I. Graubard (Survey Methodology 24, 1998, 193-201); compared in C.
 * Franco and others, Journal of Survey Statistics and Methodology 7, 2019, 334-364. Where every cluster agrees (0% or
 * 100%) the design effect cannot be estimated, and is taken as if all of one subject were one thing: the widest it can
 * be. Memory does not grow.
 */
public final class Share {
    private static final double CONFIDENCE = 0.95;
    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    private static final double ALL = 100;

    private double hits;
    private double all;
    private double clusters;
    private double hitsSquared;
    private double product;
    private double allSquared;

    /**
     * Adds what one subject had.
     *
     * @param part how much of it counts, 0..{@code whole}
     * @param whole 0 adds nothing
     */
    public void add(double part, double whole) {
        if (whole > 0) {
            hits += part;
            all += whole;
            clusters++;
            hitsSquared += part * part;
            product += part * whole;
            allSquared += whole * whole;
        }
    }

    /** The share, or null of nothing. */
    public @Nullable Figure figure() {
        if (all == 0) {
            return null;
        }
        boolean repeats = allSquared > all;
        double p = Math.min(1, hits / all);
        double n = repeats ? effective(p) : all;
        double centre = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        // at 0 and 1 the limit is exactly that; rounding must not push it inside
        double low = p == 0 ? 0 : Math.max(0, centre - half);
        double high = p == 1 ? 1 : Math.min(1, centre + half);
        String interval = repeats ? "wilson clustered by subject" : "wilson";
        return new Figure(ALL * p, hits, all, ALL * low, ALL * high, interval);
    }

    /** How many independent things tell as much. */
    private double effective(double p) {
        double binomial = p * (1 - p) / all;
        if (clusters < 2 || binomial == 0) {
            return all * all / allSquared;
        }
        double squares = Math.max(0, hitsSquared - 2 * p * product + p * p * allSquared);
        double variance = clusters / (clusters - 1) * squares / (all * all);
        double effect = Math.max(1, variance / binomial);
        double t = TDistribution.of(clusters - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        return all / effect * (Z / t) * (Z / t);
    }
}
