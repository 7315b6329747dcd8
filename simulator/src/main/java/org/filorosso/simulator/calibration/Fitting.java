package org.filorosso.simulator.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.filorosso.simulator.stats.regression.LogisticRegression;
import org.filorosso.simulator.stats.regression.Observation;
import org.filorosso.simulator.stats.regression.Shrinkage;
import org.filorosso.simulator.world.World;

/**
 * Fits the coefficients of a world to trials: one logistic regression for each outcome, or for those that share a row. Every coefficient
 * is believed to be near the stated one beforehand, with a deviation that is divided by the root mean square of what it is multiplied
 * by, so that it does not depend on units (Gelman, Jakulin, Pittau, Su 2008, section 2.2). Trials that look the same are counted
 * together: memory grows with the number of different ones. By one thread.
 */
final class Fitting {
    private final Model model;
    private final double deviation;
    private final Map<World.Event, Map<Pattern, double[]>> groups = new EnumMap<>(World.Event.class);
    private long impossible;

    /** @param deviation in log-odds, above 0 */
    Fitting(Model model, double deviation) {
        this.model = model;
        this.deviation = deviation;
        for (World.Event event : World.Event.values()) {
            groups.put(event, new LinkedHashMap<>());
        }
        for (int row = 0; row < model.world().rows().size(); row++) {
            if (model.fits(row)) {
                join(row);
            }
        }
    }

    /** What is fitted, and what is added to it. */
    private record Pattern(List<World.Part> parts, double offset) {}

    /** Outcomes of one row are fitted together. */
    private void join(int row) {
        List<World.Event> events = new ArrayList<>();
        for (World.Event event : World.Event.values()) {
            if (model.world().rows().get(row).outcomes().contains(event.words())) {
                events.add(event);
            }
        }
        Map<Pattern, double[]> first = groups.get(events.get(0));
        for (World.Event event : events) {
            Map<Pattern, double[]> other = groups.get(event);
            groups.replaceAll((any, group) -> group == other ? first : group);
        }
    }

    /** Answers that no row of the world allows. */
    long impossible() {
        return impossible;
    }

    void add(Trial trial) {
        if (trial.parts().isEmpty()) {
            impossible += trial.happened() ? 1 : 0;
            return;
        }
        double offset = 0;
        List<World.Part> fitted = new ArrayList<>();
        for (World.Part part : trial.parts()) {
            if (!model.fits(part.row())) {
                offset += model.stated(part.row()) * part.effect();
            } else if (part.effect() != 0) {
                fitted.add(part);
            }
        }
        double[] counts = Objects.requireNonNull(groups.get(trial.event()))
                .computeIfAbsent(new Pattern(List.copyOf(fitted), offset), unseen -> new double[2]);
        counts[trial.happened() ? 0 : 1]++;
    }

    Fitted fit() {
        int rows = model.world().rows().size();
        double[] errors = new double[rows];
        double[] deviations = new double[rows];
        java.util.Arrays.fill(errors, deviation);
        java.util.Arrays.fill(deviations, deviation);
        Fitted fitted = new Fitted(model.stated(), errors, deviations, new long[rows], true);
        boolean settled = true;
        List<Map<Pattern, double[]>> done = new ArrayList<>();
        for (Map<Pattern, double[]> group : groups.values()) {
            if (done.stream().noneMatch(one -> one == group)) {
                done.add(group);
                settled &= fit(group, fitted);
            }
        }
        return new Fitted(fitted.coefficients(), errors, deviations, fitted.trials(), settled);
    }

    /** @return whether the regression came to its end */
    private boolean fit(Map<Pattern, double[]> group, Fitted into) {
        TreeSet<Integer> seen = new TreeSet<>();
        group.keySet().forEach(pattern -> pattern.parts().forEach(part -> seen.add(part.row())));
        if (seen.isEmpty()) {
            return true;
        }
        List<Integer> rows = List.copyOf(seen);
        Shrinkage shrinkage = shrinkage(group, rows, into);
        List<Observation> observations = new ArrayList<>();
        group.forEach((pattern, counts) -> {
            double[] x = new double[rows.size()];
            pattern.parts().forEach(part -> x[rows.indexOf(part.row())] += part.effect());
            observations.add(new Observation(x, counts[0], counts[1], pattern.offset()));
        });
        LogisticRegression regression = LogisticRegression.fit(observations, shrinkage);
        for (int i = 0; i < rows.size(); i++) {
            into.coefficients()[rows.get(i)] = regression.coefficients()[i];
            into.errors()[rows.get(i)] = regression.errors()[i];
        }
        return regression.settled();
    }

    private Shrinkage shrinkage(Map<Pattern, double[]> group, List<Integer> rows, Fitted into) {
        double[] squares = new double[into.trials().length];
        group.forEach((pattern, counts) -> {
            for (World.Part part : pattern.parts()) {
                double trials = counts[0] + counts[1];
                squares[part.row()] += trials * part.effect() * part.effect();
                into.trials()[part.row()] += Math.round(trials);
            }
        });
        double[] means = new double[rows.size()];
        double[] deviations = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            means[i] = model.stated(row);
            deviations[i] = deviation / Math.sqrt(squares[row] / into.trials()[row]);
            into.deviations()[row] = deviations[i];
        }
        return new Shrinkage(means, deviations);
    }
}
