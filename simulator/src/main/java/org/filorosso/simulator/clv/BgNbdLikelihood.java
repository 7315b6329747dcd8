package org.filorosso.simulator.clv;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.special.Gamma;

/**
 * Equation 6 of {@link BgNbd}'s paper and its derivatives, over different customers only: gamma functions depend on their repeats
 * alone, and are computed once for each number of them.
 */
final class BgNbdLikelihood implements Fit.Likelihood {
    private final List<Same> groups;

    private BgNbdLikelihood(List<Same> groups) {
        this.groups = groups;
    }

    /** Customers with the same number of repeats: how many bought and were seen when. */
    private record Same(double repeats, double customers, double[] recencies, double[] ages, double[] counts) {}

    static BgNbdLikelihood of(Collection<Buyer> buyers) {
        Map<Double, List<Alike>> groups = Alike.of(buyers).stream()
                .collect(Collectors.groupingBy(alike -> alike.buyer().repeats(), TreeMap::new, Collectors.toList()));
        return new BgNbdLikelihood(groups.entrySet().stream()
                .map(same -> same(same.getKey(), same.getValue()))
                .toList());
    }

    private static Same same(double repeats, List<Alike> buyers) {
        return new Same(
                repeats,
                buyers.stream().mapToDouble(Alike::customers).sum(),
                buyers.stream().mapToDouble(one -> one.buyer().recency()).toArray(),
                buyers.stream().mapToDouble(one -> one.buyer().age()).toArray(),
                buyers.stream().mapToDouble(Alike::customers).toArray());
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        java.util.Arrays.fill(gradient, 0);
        double sum = 0;
        double none = Gamma.logGamma(a + b) - Gamma.logGamma(b) - Gamma.logGamma(r) + r * Math.log(alpha);
        double together = Gamma.digamma(a + b);
        double shape = Gamma.digamma(r);
        double stay = Gamma.digamma(b);
        for (Same same : groups) {
            double x = same.repeats;
            double n = same.customers;
            sum += n * (none + Gamma.logGamma(r + x) + Gamma.logGamma(b + x) - Gamma.logGamma(a + b + x));
            double all = Gamma.digamma(a + b + x);
            gradient[0] += n * (Gamma.digamma(r + x) - shape + Math.log(alpha));
            gradient[1] += n * r / alpha;
            gradient[2] += n * (together - all);
            gradient[3] += n * (together - all + Gamma.digamma(b + x) - stay);
            sum += times(same, parameters, gradient);
        }
        return sum;
    }

    /** The last factor, a sum of two: that the customer is alive, and that he left after the last purchase. */
    private static double times(Same same, double[] parameters, double... gradient) {
        double x = same.repeats;
        double alpha = parameters[1];
        double a = parameters[2];
        double rate = parameters[0] + x;
        double stayed = parameters[3] + x - 1;
        double odds = x == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / stayed);
        double sum = 0;
        for (int i = 0; i < same.counts.length; i++) {
            double n = same.counts[i];
            double whole = Math.log(alpha + same.ages[i]);
            double part = Math.log(alpha + same.recencies[i]);
            double ratio = odds + rate * (whole - part);
            double left = 1 / (1 + Math.exp(-ratio));
            // ln(1 + e^ratio), which must not overflow
            sum += n * (Math.max(0, ratio) + Math.log1p(Math.exp(-Math.abs(ratio))) - rate * whole);
            gradient[0] -= n * ((1 - left) * whole + left * part);
            gradient[1] -= n * rate * ((1 - left) / (alpha + same.ages[i]) + left / (alpha + same.recencies[i]));
            if (x > 0) {
                gradient[2] += n * left / a;
                gradient[3] -= n * left / stayed;
            }
        }
        return sum;
    }
}
