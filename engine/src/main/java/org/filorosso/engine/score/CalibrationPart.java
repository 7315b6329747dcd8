package org.filorosso.engine.score;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.PropensityModel;
import org.filorosso.engine.score.Contacted.Shown;
import org.filorosso.engine.score.Scorecard.Figure;
import org.filorosso.engine.score.Scorecard.Part;

/**
 * How well P was calibrated: 100 less the expected calibration error over ten bins of equal width (M. P. Naeini, G. F.
 * Cooper, M. Hauskrecht, AAAI 2015), beside the Brier score (G. W. Brier, Monthly Weather Review 78, 1950, 1-3). The
 * interval adds the binomial variances of the bins (delta method); the error itself is biased upwards where bins hold few.
 */
final class CalibrationPart {
    private static final int BINS = 10;
    private static final double ALL = 100;
    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private final boolean off;
    private final Scope scope;
    private final double[] counts = new double[BINS];
    private final double[] expected = new double[BINS];
    private final double[] accepted = new double[BINS];
    private double squares;

    CalibrationPart(Playbook playbook, Scope scope) {
        this.off = playbook.settings().arbitration().propensity() == PropensityModel.OFF;
        this.scope = scope;
    }

    void add(SubjectLog log, List<Contacted> contacts) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < log.responses().size(); i++) {
            Interaction row = log.responses().get(i);
            if (row.outcome() == Outcome.ACCEPTED && !log.reversed(i)) {
                taken.add(row.id() + '\n' + row.action());
            }
        }
        for (Contacted contact : contacts) {
            if (scope.counts(contact.at(), contact.decided())) {
                contact.shown()
                        .forEach(shown -> add(shown, taken.contains(contact.interactionId() + '\n' + shown.action())));
            }
        }
    }

    private void add(Shown shown, boolean taken) {
        double p = shown.propensity();
        if (p >= 0 && p <= 1) {
            int bin = Math.min(BINS - 1, (int) (p * BINS));
            counts[bin]++;
            expected[bin] += p;
            accepted[bin] += taken ? 1 : 0;
            squares += (p - (taken ? 1 : 0)) * (p - (taken ? 1 : 0));
        }
    }

    private Figure figure(double n) {
        double missed = 0;
        double variance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double rate = accepted[bin] / counts[bin];
                missed += Math.abs(expected[bin] - accepted[bin]);
                variance += counts[bin] * rate * (1 - rate) / (n * n);
            }
        }
        double score = 1 - missed / n;
        double half = Z * Math.sqrt(variance);
        return new Figure(
                ALL * score, n - missed, n, ALL * Math.max(0, score - half), ALL * Math.min(1, score + half), "delta");
    }

    Part part() {
        String name = "calibration of P";
        double n = java.util.Arrays.stream(counts).sum();
        if (off || n == 0) {
            String why = off ? "Not scored: this playbook decides without propensities" : "Not scored: no P in the log";
            return new Part(name, null, Map.of(), List.of(), List.of(why));
        }
        Figure figure = figure(n);
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("expectedCalibrationError", 1 - figure.numerator() / n);
        measures.put("brierScore", squares / n);
        return new Part(name, figure, measures, offenders().worst(), List.of());
    }

    private Offenders offenders() {
        Offenders offenders = new Offenders();
        for (int bin = 0; bin < BINS; bin++) {
            double gap = expected[bin] - accepted[bin];
            String range = String.format(Locale.ROOT, "P %.1f-%.1f", bin / (double) BINS, (bin + 1) / (double) BINS);
            offenders.add(
                    range,
                    gap > 0 ? "accepted less than expected" : "accepted more than expected",
                    Math.abs(gap),
                    counts[bin]);
        }
        return offenders;
    }
}
