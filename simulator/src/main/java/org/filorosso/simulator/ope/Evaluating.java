package org.filorosso.simulator.ope;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;

/**
 * Estimators of a policy's mean reward, all made of sums over decisions, so that any log streams through. Not thread-safe.
 *
 * <p>Errors are by the delta method over what is independent: decisions, or clusters of them.
 */
public final class Evaluating {
    /** Below this share of the decisions the effective sample is too small. */
    public static final double LEAST_ESS = 0.01;

    /** Further from 1 than this, the mean weight shows that probabilities are wrong or actions are never tried. */
    public static final double FARTHEST_WEIGHT = 0.1;

    /** Numbers in the sums of a cluster. */
    public static final int SIZE = 7;

    private static final int COUNT = 0;
    private static final int WEIGHT = 1;
    private static final int WEIGHTED = 2;
    private static final int MODEL = 3;
    private static final int RESIDUAL = 4;
    private static final int SWITCHED = 5;
    private static final int REWARD = 6;

    private final double threshold;
    private final boolean model;
    private final Moments moments = new Moments(SIZE);
    private double squares;
    private double most;
    private boolean chance;

    /**
     * No decision yet.
     *
     * @param threshold the largest weight that SWITCH-DR trusts, above 0
     * @param model whether decisions carry a reward model's values
     */
    public Evaluating(double threshold, boolean model) {
        this.threshold = threshold;
        this.model = model;
    }

    /** What one decision adds to the sums of its cluster; diagnostics are counted here. */
    public double[] see(Feedback feedback) {
        double weight = feedback.weight();
        squares += weight * weight;
        most = Math.max(most, weight);
        chance |= feedback.pscore() < 1;
        double residual = weight * (feedback.reward() - feedback.q());
        return new double[] {
            1,
            weight,
            weight * feedback.reward(),
            feedback.qpi(),
            residual,
            weight <= threshold ? residual : 0,
            feedback.reward()
        };
    }

    /** Counts the sums of one cluster, or of one decision. */
    public void add(double... sums) {
        moments.add(sums);
    }

    /**
     * The estimates.
     *
     * @param alpha share of errors of the intervals, 0..1
     */
    public Evaluation evaluation(double alpha) {
        long n = Math.round(moments.sum(COUNT));
        double weights = moments.sum(WEIGHT);
        double ess = squares > 0 ? weights * weights / squares : 0;
        double meanWeight = n > 0 ? weights / n : 0;
        return new Evaluation(
                n,
                moments.n(),
                ess,
                meanWeight,
                most,
                ratio(REWARD, COUNT, alpha),
                estimators(alpha),
                verdict(n, ess, meanWeight));
    }

    private String verdict(long n, double ess, double meanWeight) {
        if (!chance) {
            return Evaluation.DETERMINISTIC;
        }
        boolean poor = ess < LEAST_ESS * n || Math.abs(meanWeight - 1) > FARTHEST_WEIGHT;
        return poor ? Evaluation.POOR_OVERLAP : Evaluation.OK;
    }

    /**
     * IPS: Horvitz, Thompson, Journal of the American Statistical Association 47 (1952) 663-685. SNIPS: Swaminathan, Joachims, The
     * self-normalized estimator for counterfactual learning, NIPS 2015, section 5. DM and DR: Dudik, Langford, Li, Doubly robust
     * policy evaluation and learning, ICML 2011, sections 2 and 3. SNDR: Thomas, Brunskill, Data-efficient off-policy policy
     * evaluation, ICML 2016, section 5. SWITCH-DR: Wang, Agarwal, Dudik, Optimal and adaptive off-policy evaluation in contextual
     * bandits, ICML 2017, section 4.
     */
    private Evaluation.Estimators estimators(double alpha) {
        Estimate ips = ratio(WEIGHTED, COUNT, alpha);
        Estimate snips = ratio(WEIGHTED, WEIGHT, alpha);
        if (!model) {
            return new Evaluation.Estimators(ips, snips, null, null, null, null);
        }
        return new Evaluation.Estimators(
                ips,
                snips,
                ratio(MODEL, COUNT, alpha),
                sum(MODEL, COUNT, RESIDUAL, COUNT, alpha),
                sum(MODEL, COUNT, RESIDUAL, WEIGHT, alpha),
                sum(MODEL, COUNT, SWITCHED, COUNT, alpha));
    }

    private Estimate ratio(int numerator, int denominator, double alpha) {
        return estimate(value(numerator, denominator), gradient(numerator, denominator), alpha);
    }

    /** The sum of two ratios. */
    private Estimate sum(int numerator, int denominator, int second, int below, double alpha) {
        double[] gradient = gradient(numerator, denominator);
        double[] more = gradient(second, below);
        for (int i = 0; i < SIZE; i++) {
            gradient[i] += more[i];
        }
        return estimate(value(numerator, denominator) + value(second, below), gradient, alpha);
    }

    private double value(int numerator, int denominator) {
        return moments.sum(denominator) == 0 ? 0 : moments.sum(numerator) / moments.sum(denominator);
    }

    private double[] gradient(int numerator, int denominator) {
        double[] gradient = new double[SIZE];
        double mean = moments.mean(denominator);
        if (mean != 0) {
            gradient[numerator] = 1 / mean;
            gradient[denominator] -= value(numerator, denominator) / mean;
        }
        return gradient;
    }

    private Estimate estimate(double value, double[] gradient, double alpha) {
        double se = Math.sqrt(Math.max(0, moments.covariance(gradient, gradient) / moments.n()));
        Measured measured = new Measured(value, se, moments.n() - 1.0, moments.n());
        Interval interval = new FixedHorizon(Sided.TWO, alpha).interval(measured);
        boolean told = measured.hasError();
        return new Estimate(value, told ? se : null, told ? interval.low() : null, told ? interval.high() : null);
    }
}
