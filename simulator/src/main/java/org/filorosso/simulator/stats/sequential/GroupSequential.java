package org.filorosso.simulator.stats.sequential;

import org.filorosso.simulator.stats.Inference;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;

/**
 * Inference at one of a few planned looks: repeated confidence intervals and repeated p-values, valid at all looks together.
 * Jennison, Turnbull, Interim analyses: the repeated confidence interval approach, Journal of the Royal Statistical Society B 51
 * (1989) 305-361; the same, Group Sequential Methods (2000), sections 9.1 and 9.2. For large samples: normal statistics.
 */
public final class GroupSequential implements Inference {
    /** The smallest p-value told. */
    public static final double LEAST = 1e-10;

    private final Looks looks;
    private final int look;
    private final double critical;

    /**
     * At a look.
     *
     * @param look from 1 to the number of looks
     * @param alpha error of all looks together, 0..1
     */
    public GroupSequential(Looks looks, int look, double alpha) {
        this.looks = looks;
        this.look = look;
        this.critical = looks.critical(alpha)[look - 1];
    }

    /** The critical value at this look. */
    public double critical() {
        return critical;
    }

    @Override
    public Interval interval(Measured measured) {
        return measured.hasError()
                ? looks.sided().around(measured.estimate(), critical * measured.se())
                : Interval.EVERYTHING;
    }

    @Override
    public double pValue(Measured measured) {
        if (!measured.hasError()) {
            return Double.NaN;
        }
        double z = measured.statistic();
        return switch (looks.sided()) {
            case TWO -> z == 0 ? 1 : looks.alphaAt(look - 1, Math.abs(z), LEAST);
            case GREATER -> looks.alphaAt(look - 1, z, LEAST);
            case LESS -> looks.alphaAt(look - 1, -z, LEAST);
        };
    }
}
