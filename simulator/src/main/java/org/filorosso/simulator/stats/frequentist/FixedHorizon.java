package org.filorosso.simulator.stats.frequentist;

import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;

/**
 * Student's t, or the normal distribution where the degrees of freedom are infinite. Valid at one look, fixed in advance: who
 * looks daily and stops when it is significant errs far more often than {@code alpha}.
 *
 * @param alpha share of errors, 0..1
 */
public record FixedHorizon(Sided sided, double alpha) implements Inference {

    @Override
    public Interval interval(Measured measured) {
        if (!measured.hasError()) {
            return Interval.EVERYTHING;
        }
        double critical = sided.critical(alpha, Sided.reference(measured.df()));
        return sided.around(measured.estimate(), critical * measured.se());
    }

    @Override
    public double pValue(Measured measured) {
        return measured.hasError() ? sided.pValue(measured.statistic(), Sided.reference(measured.df())) : Double.NaN;
    }
}
