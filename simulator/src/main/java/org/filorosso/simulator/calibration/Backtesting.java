package org.filorosso.simulator.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.calibration.Backtest.Figures;
import org.filorosso.simulator.calibration.Backtest.Group;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.stats.regression.Ranking;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Predicts the last part of a log from the part before it. By one thread. */
public final class Backtesting {
    private final Instant cut;
    private final Fitted fitted;
    private final Map<Place, Counts> counts =
            new TreeMap<>(Comparator.comparing(Place::action).thenComparing(Place::channel));
    private final List<Double> scores = new ArrayList<>();
    private final List<Boolean> accepted = new ArrayList<>();

    private Backtesting(Instant cut, Fitted fitted) {
        this.cut = cut;
        this.fitted = fitted;
    }

    private record Place(String action, String channel) {}

    /** Of one action on one channel. */
    private static final class Counts {
        private long before;
        private long contacts;
        private double expected;
        private long accepted;
        private double leaving;
        private long left;

        void add(Counts other) {
            before += other.before;
            contacts += other.contacts;
            expected += other.expected;
            accepted += other.accepted;
            leaving += other.leaving;
            left += other.left;
        }

        Figures figures(double stretch) {
            return new Figures(
                    Ratio.plain(before * stretch, contacts), Ratio.of(expected, accepted), Ratio.of(leaving, left));
        }
    }

    /**
     * Predicts.
     *
     * @param last share of contacts that is held back, above 0 and below 1
     * @param prior deviation of the stated effects in log-odds; null takes the world as it is
     * @return null when the log is too short to be parted: fewer than two times
     * @throws FlawException if a table of the log cannot be read
     */
    public static @Nullable Backtest of(LoggedWorld logged, double last, @Nullable Double prior) throws FlawException {
        List<Instant> times = logged.times();
        if (times.isEmpty()) {
            return null;
        }
        Instant cut = times.get((int) Math.min(times.size() - 1, Math.round(times.size() * (1 - last))));
        Instant first = times.get(0);
        Instant end = times.get(times.size() - 1);
        if (!cut.isAfter(first)) {
            return null;
        }
        Fitting fitting = new Fitting(logged.model(), prior == null ? 1 : prior);
        if (prior != null) {
            logged.each(trial -> {
                if (trial.at().isBefore(cut)) {
                    fitting.add(trial);
                }
            });
        }
        Fitted fitted = fitting.fit();
        Backtesting backtesting = new Backtesting(cut, fitted);
        Skipped skipped = logged.each(backtesting::add);
        List<String> notes = new ArrayList<>(skipped.notes());
        notes.addAll(Calibration.notes(fitting, fitted));
        unread(logged.model(), notes);
        double stretch = seconds(cut, end) / seconds(first, cut);
        return backtesting.result(end, prior != null, stretch, notes);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static void unread(Model model, List<String> notes) {
        for (int i = 0; i < model.world().rows().size(); i++) {
            var row = model.world().rows().get(i);
            if (!model.reads(i) && row.outcomes().stream().anyMatch(List.of("accepted", "opt-out")::contains)) {
                notes.add("Row " + row.row().id() + " is not in the prediction: " + model.obstacle(i) + ".");
            }
        }
    }

    private void add(Trial trial) {
        boolean answer = trial.event() == World.Event.ACCEPTED;
        if (!answer && trial.event() != World.Event.OPT_OUT) {
            return;
        }
        Counts place = counts.computeIfAbsent(new Place(trial.action(), trial.channel()), unseen -> new Counts());
        if (trial.at().isBefore(cut)) {
            place.before += answer ? 1 : 0;
            return;
        }
        double probability = fitted.probability(trial.parts());
        if (answer) {
            place.contacts++;
            place.expected += probability;
            place.accepted += trial.happened() ? 1 : 0;
            scores.add(probability);
            accepted.add(trial.happened());
        } else {
            place.leaving += probability;
            place.left += trial.happened() ? 1 : 0;
        }
    }

    private Backtest result(Instant end, boolean fit, double stretch, List<String> notes) {
        Counts total = new Counts();
        counts.values().forEach(total::add);
        List<Group> groups = new ArrayList<>();
        counts.forEach(
                (place, count) -> groups.add(new Group(place.action(), place.channel(), count.figures(stretch))));
        List<Group> judged = groups.stream()
                .filter(group -> group.figures().accepted().low() != null)
                .toList();
        long within = judged.stream()
                .filter(group -> group.figures().accepted().holds())
                .count();
        return new Backtest(
                cut,
                end,
                fit,
                total.figures(stretch),
                auc(),
                groups,
                judged.isEmpty() ? null : (Double) ((double) within / judged.size()),
                notes);
    }

    private @Nullable Double auc() {
        double[] numbers = scores.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] yes = new boolean[numbers.length];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = accepted.get(i);
        }
        double area = Ranking.area(numbers, yes);
        return Double.isNaN(area) ? null : (Double) area;
    }
}
