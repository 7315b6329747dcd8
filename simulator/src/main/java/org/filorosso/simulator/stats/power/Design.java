package org.filorosso.simulator.stats.power;

import org.filorosso.simulator.stats.Sided;

/**
 * A test of arms against one control.
 *
 * @param alpha share of errors of one comparison, above 0 and below 1
 * @param ratio units of an arm for each of the control, above 0
 */
public record Design(Sided sided, double alpha, double ratio) {

    /** The normal quantile that a statistic has to pass. */
    double critical() {
        return sided.critical(alpha, Sided.NORMAL);
    }

    /** Variance of a difference for a variance of one in both arms, times the control's units. */
    double spread() {
        return 1 + 1 / ratio;
    }
}
