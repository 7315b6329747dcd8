package org.filorosso.simulator.clv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.special.Gamma;

/**
 * Equation 1a of {@link GammaGamma}'s note and its derivatives: gamma functions depend on the number of repeats alone, and are
 * computed once for each.
 */
final class GammaGammaLikelihood implements Fit.Likelihood {
    private final List<Same> groups;

    private GammaGammaLikelihood(List<Same> groups) {
        this.groups = groups;
    }

    /** Customers with the same number of repeats, by the mean values of them. */
    private record Same(double repeats, double... values) {}

    static GammaGammaLikelihood of(Collection<Buyer> buyers) {
        Map<Double, List<Buyer>> alike =
                buyers.stream().collect(Collectors.groupingBy(Buyer::repeats, TreeMap::new, Collectors.toList()));
        List<Same> groups = new ArrayList<>();
        alike.forEach((repeats, same) -> groups.add(new Same(
                repeats, same.stream().mapToDouble(Buyer::value).sorted().toArray())));
        return new GammaGammaLikelihood(groups);
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        Arrays.fill(gradient, 0);
        double sum = 0;
        double mean = Gamma.logGamma(q) - q * Math.log(v);
        double shape = Gamma.digamma(q);
        for (Same same : groups) {
            double x = same.repeats;
            double fixed = Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) - mean + p * x * Math.log(x);
            double both = Gamma.digamma(p * x + q);
            double own = Gamma.digamma(p * x);
            for (double m : same.values) {
                double spent = Math.log(x * m + v);
                sum += fixed + (p * x - 1) * Math.log(m) - (p * x + q) * spent;
                gradient[0] += x * (both - own + Math.log(m) + Math.log(x) - spent);
                gradient[1] += both - shape + Math.log(v) - spent;
                gradient[2] += q / v - (p * x + q) / (x * m + v);
            }
        }
        return sum;
    }
}
