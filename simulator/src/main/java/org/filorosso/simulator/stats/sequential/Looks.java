package org.filorosso.simulator.stats.sequential;

import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.Zero;

/**
 * The looks of a group-sequential test.
 *
 * @param information of each look as a share of all that is planned, rising, above 0 to 1
 */
public record Looks(Boundary boundary, Sided sided, double... information) {
    private static final double WIDEST = 20;

    /**
     * The critical values at each look: of the absolute z statistic, or one-sided of z.
     *
     * @param alpha error of all looks together, 0..1
     */
    public double[] critical(double alpha) {
        return boundary.isShaped() ? shaped(constant(alpha)) : bySpending(alpha, information.length);
    }

    private double[] shaped(double constant) {
        double[] critical = new double[information.length];
        for (int i = 0; i < critical.length; i++) {
            critical[i] = constant * boundary.shape(information[i]);
        }
        return critical;
    }

    private double constant(double alpha) {
        return Zero.of(constant -> crossing(shaped(constant)) - alpha, 0, WIDEST);
    }

    /** The probability to cross at any look without a difference. */
    double crossing(double... critical) {
        Walk walk = new Walk(sided);
        double crossed = 0;
        for (int i = 0; i < critical.length; i++) {
            crossed += walk.crossing(critical[i], information[i]);
            walk.pass(critical[i], information[i]);
        }
        return crossed;
    }

    private double[] bySpending(double alpha, int looks) {
        Walk walk = new Walk(sided);
        double[] critical = new double[looks];
        double before = 0;
        for (int i = 0; i < looks; i++) {
            double spent = boundary.spent(information[i], alpha, sided);
            critical[i] = walk.critical(spent - before, information[i]);
            walk.pass(critical[i], information[i]);
            before = spent;
        }
        return critical;
    }

    /** The error that the test would need to reject at a look with a statistic: {@link GroupSequential#pValue}. */
    double alphaAt(int look, double statistic, double least) {
        if (boundary.isShaped()) {
            double crossing = crossing(shaped(statistic / boundary.shape(information[look])));
            return Math.min(1, Math.max(least, crossing));
        }
        double log = Zero.of(
                exponent -> bySpending(Math.exp(exponent), look + 1)[look] - statistic,
                Math.log(least),
                Math.log1p(-1e-9));
        return Math.exp(log);
    }

    /** The error spent up to each look. */
    public double[] spent(double alpha) {
        double[] spent = new double[information.length];
        double[] critical = critical(alpha);
        Walk walk = new Walk(sided);
        for (int i = 0; i < spent.length; i++) {
            spent[i] = (i == 0 ? 0 : spent[i - 1]) + walk.crossing(critical[i], information[i]);
            walk.pass(critical[i], information[i]);
        }
        return spent;
    }
}
