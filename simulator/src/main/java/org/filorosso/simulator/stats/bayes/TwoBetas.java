package org.filorosso.simulator.stats.bayes;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Zero;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Two proportions, each with a flat prior: posteriors are Beta distributions (Gelman and others, Bayesian Data Analysis, 3rd
 * edition (2013), section 2.4), compared by numeric integration over the control's, without drawing and without approximation.
 */
public final class TwoBetas implements Posterior {
    private static final int PANELS = 24;
    private static final int POINTS = 16;
    private static final double TAIL = 1e-15;

    private final BetaDistribution arm;
    private final BetaDistribution control;
    private final double[] places = new double[PANELS * POINTS];
    private final double[] masses = new double[PANELS * POINTS];

    /** Successes and trials of both arms. */
    public TwoBetas(double successes, double n, double controlSuccesses, double controlN) {
        this.arm = BetaDistribution.of(successes + 1, n - successes + 1);
        this.control = BetaDistribution.of(controlSuccesses + 1, controlN - controlSuccesses + 1);
        double low = control.inverseCumulativeProbability(TAIL);
        double width = (control.inverseSurvivalProbability(TAIL) - low) / PANELS;
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        for (int panel = 0; panel < PANELS; panel++) {
            GaussIntegrator rule = rules.legendre(POINTS, low + panel * width, low + (panel + 1) * width);
            for (int i = 0; i < POINTS; i++) {
                places[panel * POINTS + i] = rule.getPoint(i);
                masses[panel * POINTS + i] = rule.getWeight(i) * control.density(rule.getPoint(i));
            }
        }
    }

    /** The mean of a function over the control's posterior. */
    private double mean(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += masses[i] * function.applyAsDouble(places[i]);
        }
        return sum;
    }

    @Override
    public double probabilityToBeat() {
        return mean(p -> arm.survivalProbability(p));
    }

    /** E[max(p - q, 0)] = E[p F(p)] - E[q; q < p], and q times its density is a Beta density again. */
    @Override
    public double expectedLoss() {
        double mean = arm.getAlpha() / (arm.getAlpha() + arm.getBeta());
        BetaDistribution shifted = BetaDistribution.of(arm.getAlpha() + 1, arm.getBeta());
        return mean(p -> p * arm.cumulativeProbability(p) - mean * shifted.cumulativeProbability(p));
    }

    @Override
    public Interval absolute(double alpha) {
        DoubleUnaryOperator below = difference -> mean(p -> at(p + difference));
        return new Interval(
                Zero.of(d -> below.applyAsDouble(d) - alpha / 2, -1, 1),
                Zero.of(d -> below.applyAsDouble(d) - (1 - alpha / 2), -1, 1));
    }

    @Override
    public Interval relative(double alpha) {
        DoubleUnaryOperator below = lift -> mean(p -> at(p * (1 + lift)));
        // on the scale of logarithms, so that a lift of a thousand is as easily found as one of a thousandth
        DoubleUnaryOperator low = log -> below.applyAsDouble(Math.expm1(log)) - alpha / 2;
        DoubleUnaryOperator high = log -> below.applyAsDouble(Math.expm1(log)) - (1 - alpha / 2);
        return new Interval(Math.expm1(Zero.of(low, -40, 40)), Math.expm1(Zero.of(high, -40, 40)));
    }

    private double at(double place) {
        return arm.cumulativeProbability(Math.min(1, Math.max(0, place)));
    }
}
