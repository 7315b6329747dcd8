package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.compare.Guardrail;

/**
 * The margin of a figure of kpis.csv: any formula over totals, such as opt outs / contacts. Its error is by the delta method over
 * customers (Oehlert, A note on the delta method, The American Statistician 46, 1992, 27-29), paired, with derivatives taken as
 * differences.
 *
 * @param moments of both arms' totals, customer by customer
 */
record SharedGuard(Kpi kpi, Moments moments) {
    private static final List<String> TOTALS =
            List.copyOf(SharedFigures.totals(1, Map.of()).keySet());
    // totals are read with six digits after the point: small against this step, which is small against the totals
    private static final double STEP = 1e-3;

    /** Of the totals of both arms, empty. */
    static Moments none() {
        return new Moments(2 * TOTALS.size());
    }

    /** The totals of one customer in both arms, by column of customers.csv. */
    static double[] totals(Map<String, Double> arm, Map<String, Double> control) {
        List<Double> both = new ArrayList<>(SharedFigures.totals(1, arm).values());
        both.addAll(SharedFigures.totals(1, control).values());
        return both.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** As {@link Guarded#of}; not shown where the figure cannot be told, or its margin is no number. */
    Guarded judged(double alpha, double share) {
        Guardrail margin;
        try {
            margin = Guardrail.of(kpi.name() + ":" + (kpi.higherIsBetter() ? "-" : "") + kpi.guardrail());
        } catch (IllegalArgumentException e) {
            return unknown("the guardrail \"" + kpi.guardrail() + "\" in kpis.csv is no number", 0);
        }
        double[] own = sums(0);
        double[] other = sums(TOTALS.size());
        double before = value(other);
        double difference = value(own) - before;
        double[] weights = weights(own, other, margin);
        double se = Math.sqrt(Math.max(0, moments.covariance(weights, weights)) * moments.n());
        if (!Double.isFinite(difference) || !Double.isFinite(se)) {
            return unknown(margin.sentence() + ", but there is nothing to tell it from", margin.margin());
        }
        double most = margin.relative() ? margin.margin() * before : margin.margin();
        double by = Math.signum(margin.margin()) * (difference - most);
        return Guarded.judged(margin, difference, most, new Guarded.Beyond(by, se, moments.n(), same()), alpha, share);
    }

    private Guarded unknown(String why, double margin) {
        return new Guarded(kpi.name(), margin, false, why, Figures.of(0), Figures.of(0), null, "not shown");
    }

    private double[] sums(int from) {
        double[] sums = new double[TOTALS.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = moments.sum(from + i);
        }
        return sums;
    }

    private double value(double[] sums) {
        Map<String, Double> totals = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            totals.put(TOTALS.get(i), sums[i]);
        }
        return SharedFigures.value(kpi, totals);
    }

    private double[] weights(double[] own, double[] other, Guardrail margin) {
        double[] weights = new double[2 * TOTALS.size()];
        for (int i = 0; i < TOTALS.size(); i++) {
            weights[i] = slope(own, i);
            weights[TOTALS.size() + i] = -(margin.relative() ? 1 + margin.margin() : 1) * slope(other, i);
        }
        return weights;
    }

    private double slope(double[] sums, int i) {
        double step = Math.max(1, Math.abs(sums[i])) * STEP;
        double[] more = sums.clone();
        double[] less = sums.clone();
        more[i] += step;
        less[i] -= step;
        return (value(more) - value(less)) / (2 * step);
    }

    /** Whether no total differs in any customer. */
    private boolean same() {
        for (int i = 0; i < TOTALS.size(); i++) {
            double[] plain = new double[2 * TOTALS.size()];
            plain[i] = 1;
            plain[TOTALS.size() + i] = -1;
            if (moments.covariance(plain, plain) > 0) {
                return false;
            }
        }
        return true;
    }
}
