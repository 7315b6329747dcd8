package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.stats.data.Gathered.Cell;

/**
 * All that a comparison needs of its data, however large they were. Not thread-safe.
 *
 * <p>Sums of a unit are an array: numerator and denominator of each metric, then the covariate, then the number of units.
 */
final class Totals {
    private final List<Metric> metrics;
    private final List<String> arms = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private final boolean[] beyondZeroAndOne;
    private final Slice all;
    private final Map<Integer, Slice> perSegment = new TreeMap<>();
    private final boolean covariate;
    private final boolean clustered;

    /**
     * Nothing yet.
     *
     * @param covariate whether units have one
     * @param clustered whether what is independent are clusters of units
     */
    Totals(List<Metric> metrics, boolean covariate, boolean clustered) {
        this.metrics = List.copyOf(metrics);
        this.beyondZeroAndOne = new boolean[metrics.size()];
        this.all = new Slice(metrics.size());
        this.covariate = covariate;
        this.clustered = clustered;
    }

    /** The number of an arm's name. */
    int arm(String name) {
        return number(arms, name);
    }

    /** The number of a segment's name. */
    int segment(String name) {
        return number(segments, name);
    }

    private static int number(List<String> names, String name) {
        int known = names.indexOf(name);
        if (known >= 0) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** Names of the arms by number. */
    List<String> arms() {
        return arms;
    }

    List<String> segments() {
        return segments;
    }

    /** Notes the value of one unit, before units are added up to clusters. */
    void see(int metric, double value) {
        beyondZeroAndOne[metric] |= value != 0 && value != 1;
    }

    /** Counts one independent unit. */
    void add(List<Cell> cells, int control, boolean bySegment) {
        all.add(cells, control);
        if (!bySegment) {
            return;
        }
        Map<Integer, List<Cell>> split = new TreeMap<>();
        cells.forEach(cell ->
                split.computeIfAbsent(cell.segment(), key -> new ArrayList<>(1)).add(cell));
        split.forEach((segment, own) -> perSegment
                .computeIfAbsent(segment, key -> new Slice(metrics.size()))
                .add(own, control));
    }

    Slice all() {
        return all;
    }

    Map<Integer, Slice> perSegment() {
        return perSegment;
    }

    /** The metrics, each with its type. */
    List<Metric> metrics() {
        List<Metric> typed = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            Metric.Type told = beyondZeroAndOne[i] ? Metric.Type.MEAN : Metric.Type.PROPORTION;
            typed.add(metric.type() == null ? metric.as(told) : metric);
        }
        return typed;
    }

    boolean hasCovariate() {
        return covariate;
    }

    boolean isClustered() {
        return clustered;
    }
}
