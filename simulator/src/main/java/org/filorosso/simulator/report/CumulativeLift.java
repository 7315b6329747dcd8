package org.filorosso.simulator.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.simulation.PairedDay;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Sided;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;

/**
 * The margin per customer of one arm above another's, added up day by day, with a 95% interval that may be looked at every day.
 * Differences are taken customer by customer, as the verdict takes them.
 *
 * <p>Days do not bring the same amount of chance: arms go the same way at first. So the clock of the confidence sequence is the
 * variance that has come in, as a share of that of the last day, where it is narrowest: the Lyapunov-type confidence sequence
 * of Waudby-Smith and others, Annals of Statistics 52 (2024), for variances that change with time.
 *
 * @param margin money per customer up to and with the day
 * @param se standard error of the margin
 * @param low infinite where nothing can be told yet, since no customer differs; 0 as {@code high} where none ever does
 */
record CumulativeLift(int day, String date, double margin, double se, double low, double high) {
    private static final double ALPHA = 0.05;
    private static final Interval SAME = new Interval(0, 0);

    /**
     * The lifts of every day.
     *
     * @param start the first day
     */
    static List<CumulativeLift> of(List<PairedDay> days, LocalDate start) {
        ConfidenceSequence sequence = new ConfidenceSequence(Sided.TWO, ALPHA, 1);
        double last = days.isEmpty() ? 0 : days.get(days.size() - 1).se();
        boolean same = days.stream().allMatch(day -> day.se() == 0 && day.mean() == 0);
        List<CumulativeLift> lifts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            PairedDay day = days.get(i);
            double clock = day.se() / last;
            Measured measured = new Measured(day.mean(), day.se(), Double.POSITIVE_INFINITY, clock * clock);
            Interval interval = same ? SAME : sequence.interval(measured);
            lifts.add(new CumulativeLift(
                    i + 1, start.plusDays(i).toString(), day.mean(), day.se(), interval.low(), interval.high()));
        }
        return lifts;
    }

    /** Whether the interval says anything. */
    boolean isFinite() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
