package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.report.ArmTables.Day;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;

/**
 * The margin per customer of one arm above another's, added up day by day, with a 95% interval that may be looked at every
 * day. The files keep sums and squares per arm, not pairs, so that the error is that of two independent samples: under common
 * random numbers the arms go together and the true error is smaller. Units of the confidence sequence are days of customers,
 * and it is narrowest on the last day.
 *
 * @param margin money per customer up to and with the day
 */
record CumulativeLift(int day, String date, double margin, double se, double low, double high) {
    private static final double ALPHA = 0.05;

    /**
     * The lifts of every day.
     *
     * @param customers in each arm
     */
    static List<CumulativeLift> of(List<Day> arm, List<Day> control, long customers) {
        int days = Math.min(arm.size(), control.size());
        ConfidenceSequence sequence = new ConfidenceSequence(Sided.TWO, ALPHA, Math.max(1.0, 2.0 * customers * days));
        List<CumulativeLift> lifts = new ArrayList<>();
        double own = 0;
        double other = 0;
        for (int i = 0; i < days; i++) {
            own += arm.get(i).margin();
            other += control.get(i).margin();
            double se = Math.sqrt(variance(own, arm.get(i).squares(), customers)
                    + variance(other, control.get(i).squares(), customers));
            double lift = (own - other) / customers;
            Measured measured = new Measured(lift, se, Double.POSITIVE_INFINITY, 2.0 * customers * (i + 1));
            Interval interval = sequence.interval(measured);
            lifts.add(new CumulativeLift(i + 1, arm.get(i).date(), lift, se, interval.low(), interval.high()));
        }
        return lifts;
    }

    /** Of the mean of a sample, from its sum and its sum of squares. */
    private static double variance(double sum, double squares, long n) {
        return n < 2 ? 0 : Math.max(0, squares - sum * sum / n) / (n - 1.0) / n;
    }

    /** Whether the interval says anything. */
    boolean isFinite() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
