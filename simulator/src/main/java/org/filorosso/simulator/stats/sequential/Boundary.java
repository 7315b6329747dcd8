package org.filorosso.simulator.stats.sequential;

import org.filorosso.simulator.stats.Sided;

/** How a group-sequential test shares its errors out over the looks. */
public enum Boundary {
    /** O'Brien, Fleming, A multiple testing procedure for clinical trials, Biometrics 35 (1979) 549-556: z falls as 1/sqrt(t). */
    OBRIEN_FLEMING(0),
    /** Pocock, Group sequential methods in the design and analysis of clinical trials, Biometrika 64 (1977) 191-199: z constant. */
    POCOCK(0.5),
    /** Spending like O'Brien and Fleming: Lan, DeMets, Discrete sequential boundaries for clinical trials, Biometrika 70 (1983), alpha-1. */
    SPENDING_OBRIEN_FLEMING(Double.NaN),
    /** Spending like Pocock: the same paper, alpha-2. */
    SPENDING_POCOCK(Double.NaN),
    /** Spending alpha t^2: Kim, DeMets, Design and analysis of group sequential tests, Biometrika 74 (1987) 149-154, rho = 2. */
    SPENDING_POWER(Double.NaN);

    private final double shape;

    Boundary(double shape) {
        this.shape = shape;
    }

    /** Whether the shape of the boundary is given, and not the spending. */
    boolean isShaped() {
        return !Double.isNaN(shape);
    }

    /** The boundary at an information for a constant of one: Wang, Tsiatis, Biometrics 43 (1987) 193-199. */
    double shape(double information) {
        return Math.pow(information, shape - 0.5);
    }

    /**
     * The error spent up to an information, both sides together.
     *
     * @param information share of the planned, 0..1
     * @param alpha all there is to spend
     */
    public double spent(double information, double alpha, Sided sided) {
        int sides = sided == Sided.TWO ? 2 : 1;
        return switch (this) {
            case SPENDING_OBRIEN_FLEMING -> {
                double z = Sided.NORMAL.inverseSurvivalProbability(alpha / sides / 2);
                yield 2 * sides * Sided.NORMAL.survivalProbability(z / Math.sqrt(information));
            }
            case SPENDING_POCOCK -> alpha * Math.log1p((Math.E - 1) * information);
            case SPENDING_POWER -> alpha * information * information;
            default -> throw new IllegalStateException(this + " spends nothing by itself");
        };
    }
}
