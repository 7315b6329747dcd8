package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.data.Columns;
import org.filorosso.simulator.stats.data.Gathered;
import org.filorosso.simulator.stats.data.Gathered.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Adds up rows, in one pass and bounded memory. A unit's values are the sums of its rows; a proportion is 1 where any of them is,
 * the covariate is their mean. A unit in two arms (unless paired) or two segments is left out and told.
 */
final class RowTotals implements AutoCloseable {
    /** The most arms, and the most segments: more are a mistaken column. */
    static final int MOST = 100;

    private static final char PART = '\u0000';

    private final DataFile file;
    private final Layout layout;
    private final Flaws flaws;
    private final Totals totals;
    private final int size;
    private final Gathered units;
    private final Gathered clusters;
    private int control = -1;

    private RowTotals(DataFile file, Layout layout, Flaws flaws) {
        this.file = file;
        this.layout = layout;
        this.flaws = flaws;
        this.totals = new Totals(layout.metrics(), layout.covariate() != null, layout.cluster() != null);
        this.size = 2 * layout.metrics().size() + 2;
        this.units = new Gathered(size);
        this.clusters = new Gathered(size);
    }

    /**
     * Reads a file.
     *
     * @param read is told after each row
     * @throws FlawException if it cannot be read, or is no comparison
     */
    static Totals read(DataFile file, Layout layout, Flaws flaws, Runnable read) throws FlawException {
        try (RowTotals rows = new RowTotals(file, layout, flaws);
                Columns columns = Columns.open(file, layout.asked(), flaws)) {
            rows.control = rows.totals.arm(layout.control());
            while (columns.next()) {
                rows.row(columns);
                read.run();
            }
            rows.finish();
            return rows.totals;
        }
    }

    private void row(Columns columns) throws FlawException {
        double[] values = new double[size];
        if (!values(columns, values)) {
            return;
        }
        int place = 1;
        String unit = layout.unit() == null ? null : columns.text(place++);
        String cluster = layout.cluster() == null ? null : columns.text(place++);
        String segment = layout.segment() == null ? "" : columns.text(place);
        int arm = bounded(totals.arm(columns.text(0)), layout.arm(), "arms");
        int part = bounded(totals.segment(segment), String.valueOf(layout.segment()), "segments");
        if (unit != null) {
            units.add(cluster == null ? unit : cluster + PART + unit, part, arm, values);
        } else {
            see(values);
            independent(cluster, new Cell(part, arm, values));
        }
    }

    private boolean values(Columns columns, double[] values) {
        for (int i = 0; i < layout.metrics().size(); i++) {
            Metric metric = layout.metrics().get(i);
            String denominator = metric.denominator();
            values[2 * i] = columns.number(columns.place(metric.numerator()));
            values[2 * i + 1] = denominator == null ? 1 : columns.number(columns.place(denominator));
            if (metric.type() == Metric.Type.PROPORTION && values[2 * i] != 0 && values[2 * i] != 1) {
                columns.skip(
                        metric.numerator(),
                        String.valueOf(values[2 * i]),
                        "is neither 0 nor 1",
                        "Maybe " + metric.name() + ":mean.");
                return false;
            }
        }
        String covariate = layout.covariate();
        values[size - 2] = covariate == null ? 0 : columns.number(columns.place(covariate));
        values[size - 1] = 1;
        return true;
    }

    private int bounded(int number, String column, String what) throws FlawException {
        if (number >= MOST) {
            throw new FlawException(new Flaw(
                    file.name(),
                    1,
                    column,
                    null,
                    "has more than " + MOST + " " + what,
                    "Maybe another column is meant, or its values are to be grouped."));
        }
        return number;
    }

    private void see(double... unit) {
        for (int i = 0; i < layout.metrics().size(); i++) {
            totals.see(i, unit[2 * i]);
        }
    }

    private void independent(@Nullable String cluster, Cell unit) {
        if (cluster == null) {
            totals.add(List.of(unit), control, layout.segment() != null);
        } else {
            clusters.add(cluster, unit.segment(), unit.arm(), unit.values());
        }
    }

    private void finish() throws FlawException {
        units.forEach(this::unit);
        clusters.forEach((cluster, cells) -> totals.add(cells, control, layout.segment() != null));
        List<String> found = new ArrayList<>(totals.arms());
        if (totals.all().arm(control) == null) {
            found.remove(layout.control());
            throw new FlawException(new Flaw(
                    file.name(),
                    0,
                    layout.arm(),
                    layout.control(),
                    "no good row is of the control",
                    Nearest.maybe(layout.control(), found)));
        }
        if (found.size() < 2) {
            throw new FlawException(new Flaw(
                    file.name(),
                    0,
                    layout.arm(),
                    null,
                    "holds only the control, and nothing to compare with it",
                    null));
        }
    }

    private void unit(String key, List<Cell> cells) {
        Set<Integer> arms = new HashSet<>();
        Set<Integer> segments = new HashSet<>();
        cells.forEach(cell -> {
            arms.add(cell.arm());
            segments.add(cell.segment());
        });
        String unit = key.substring(key.lastIndexOf(PART) + 1);
        if (arms.size() > 1 && !layout.paired()) {
            skip(unit, "stands in more than one arm", "Maybe --paired, if each unit went through all arms.");
        } else if (segments.size() > 1) {
            skip(unit, "stands in more than one segment", "Maybe the segment of the first day.");
        } else {
            cells.forEach(cell -> finished(cell.values()));
            counted(key.indexOf(PART) < 0 ? null : key.substring(0, key.indexOf(PART)), cells);
        }
    }

    private void counted(@Nullable String cluster, List<Cell> cells) {
        if (cluster == null) {
            totals.add(cells, control, layout.segment() != null);
        } else {
            cells.forEach(cell -> independent(cluster, cell));
        }
    }

    /** From the sums of a unit's rows to the unit. */
    private void finished(double... sums) {
        for (int i = 0; i < layout.metrics().size(); i++) {
            Metric.Type type = layout.metrics().get(i).type();
            if (type == Metric.Type.PROPORTION) {
                sums[2 * i] = Math.min(1, sums[2 * i]);
            }
            sums[2 * i + 1] = type == Metric.Type.RATIO ? sums[2 * i + 1] : 1;
        }
        sums[size - 2] /= sums[size - 1];
        sums[size - 1] = 1;
        see(sums);
    }

    private void skip(String unit, String message, String hint) {
        flaws.skip(new FlawException(new Flaw(file.name(), 0, String.valueOf(layout.unit()), unit, message, hint)));
    }

    @Override
    public void close() {
        units.close();
        clusters.close();
    }
}
