package org.filorosso.simulator.calibration;

import java.util.List;
import org.filorosso.simulator.world.World;

/**
 * Coefficients by row of a world.
 *
 * @param coefficients in log-odds; those of rows that are not fitted are the stated ones
 * @param errors standard errors; the prior's deviation where there were no data
 * @param deviations of the prior, by row: how far a coefficient was allowed to be from the stated one
 * @param trials that each row had a say in
 * @param settled whether every regression came to its end
 */
record Fitted(double[] coefficients, double[] errors, double[] deviations, long[] trials, boolean settled) {

    /** How likely something is; 0 where no row speaks of it. */
    double probability(List<World.Part> parts) {
        if (parts.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (World.Part part : parts) {
            sum += coefficients[part.row()] * part.effect();
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
