package org.filorosso.simulator.stats;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** The place where a rising or falling function is zero. */
public final class Zero {
    private static final double RELATIVE = 1e-13;
    private static final double ABSOLUTE = 1e-14;
    private static final int ORDER = 5;
    private static final int MOST = 500;

    private Zero() {}

    /**
     * The zero between two places.
     *
     * @return the nearer end where the function has the same sign at both
     */
    public static double of(DoubleUnaryOperator function, double low, double high) {
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (atLow == 0 || atLow * atHigh > 0) {
            return Math.abs(atLow) <= Math.abs(atHigh) ? low : high;
        }
        return new BracketingNthOrderBrentSolver(RELATIVE, ABSOLUTE, ORDER)
                .solve(MOST, function::applyAsDouble, low, high, AllowedSolution.ANY_SIDE);
    }
}
