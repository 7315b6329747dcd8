package org.filorosso.simulator.stats.sequential;

import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.Zero;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The score of a test from look to look while it has crossed no boundary, without a difference: its density, integrated look by
 * look. Armitage, McPherson, Rowe, Repeated significance tests on accumulating data, Journal of the Royal Statistical Society A 132
 * (1969) 235-244; Jennison, Turnbull, Group Sequential Methods (2000), chapter 19.
 */
final class Walk {
    // a normal score is further out than this with a probability below 1e-18
    private static final double FARTHEST = 9;
    private static final double HIGHEST = 40;
    private static final int POINTS = 32;
    // of a panel, in deviations of one step: 32 points on so smooth a piece are exact to rounding
    private static final double PANEL = 6;
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private final boolean both;
    private double[] places = {0};
    private double[] masses = {1};
    private double information;

    Walk(Sided sided) {
        this.both = sided == Sided.TWO;
    }

    /** The probability to be beyond the boundary at the next look. */
    double crossing(double critical, double next) {
        double bound = critical * Math.sqrt(next);
        double step = Math.sqrt(next - information);
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            double above = Sided.NORMAL.survivalProbability((bound - places[i]) / step);
            double below = both ? Sided.NORMAL.cumulativeProbability((-bound - places[i]) / step) : 0;
            sum += masses[i] * (above + below);
        }
        return sum;
    }

    /** The boundary at the next look that is crossed with a probability; infinite where it is zero. */
    double critical(double probability, double next) {
        if (probability <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Zero.of(critical -> crossing(critical, next) - probability, both ? 0 : -HIGHEST, HIGHEST);
    }

    /** Goes on to the next look without having crossed. */
    void pass(double critical, double next) {
        double high = Math.min(critical, FARTHEST) * Math.sqrt(next);
        double low = both ? -high : -FARTHEST * Math.sqrt(next);
        double step = Math.sqrt(next - information);
        // nothing passes a boundary at zero
        int panels = high > low ? (int) Math.ceil((high - low) / (PANEL * step)) : 0;
        double[] at = new double[panels * POINTS];
        double[] mass = new double[panels * POINTS];
        for (int panel = 0; panel < panels; panel++) {
            double width = (high - low) / panels;
            GaussIntegrator rule = RULES.legendre(POINTS, low + panel * width, low + (panel + 1) * width);
            for (int i = 0; i < POINTS; i++) {
                int index = panel * POINTS + i;
                at[index] = rule.getPoint(i);
                mass[index] = rule.getWeight(i) * density(at[index], step);
            }
        }
        places = at;
        masses = mass;
        information = next;
    }

    private double density(double place, double step) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += masses[i] * Sided.NORMAL.density((place - places[i]) / step);
        }
        return sum / step;
    }
}
