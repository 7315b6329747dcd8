package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.data.PlainNumber;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.jspecify.annotations.Nullable;

/** Reads aggregates: one row an arm and metric. A bad row is refused with the file, for it would be a whole arm. */
final class SummaryTotals {
    private static final List<String> NEEDED = List.of("arm", "metric", "type", "n", "sum");
    private static final List<String> MORE = List.of(
            "sumSquares",
            "denominatorSum",
            "denominatorSumSquares",
            "sumProducts",
            "covariateSum",
            "covariateSumSquares",
            "covariateProducts",
            "covariateDenominatorProducts");

    private final String file;
    private final List<String> header;
    private final List<Flaw> wrong = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private CsvRows.Row row = new CsvRows.Row(0, List.of());

    private SummaryTotals(String file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** One row, understood. */
    private record Line(String arm, Metric metric, Moments moments, boolean covariate) {}

    static Totals read(DataFile file, List<Metric> metrics, String control, Flaws flaws) throws FlawException {
        try (CsvRows rows = CsvRows.open(file)) {
            SummaryTotals reading = new SummaryTotals(file.name(), rows.header());
            reading.header();
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                reading.row = row;
                reading.line();
            }
            reading.refuse();
            Totals totals = reading.totals(metrics, control);
            reading.refuse();
            return totals;
        }
    }

    private void header() throws FlawException {
        List<String> valid = new ArrayList<>(NEEDED);
        valid.addAll(MORE);
        for (String needed : NEEDED) {
            if (!header.contains(needed)) {
                wrong.add(new Flaw(file, 1, needed, null, "the column is missing", Nearest.maybe(needed, header)));
            }
        }
        for (String name : header) {
            if (!valid.contains(name) && !name.startsWith("#")) {
                wrong.add(new Flaw(file, 1, name, null, "is no column of aggregates", Nearest.maybe(name, valid)));
            }
        }
        refuse();
    }

    private void refuse() throws FlawException {
        if (!wrong.isEmpty()) {
            throw new FlawException(wrong);
        }
    }

    private String cell(String column) {
        int place = header.indexOf(column);
        return place < 0 ? "" : row.cell(place).strip();
    }

    private double number(String column) {
        double number = PlainNumber.of(cell(column));
        if (Double.isNaN(number)) {
            flaw(column, "is no number", cell(column).isEmpty() ? "Maybe its sum is missing." : "Maybe 12.5.");
        }
        return number;
    }

    private void flaw(String column, String message, @Nullable String hint) {
        wrong.add(new Flaw(file, row.line(), column, cell(column), message, hint));
    }

    private void line() {
        String type = cell("type");
        List<String> types = List.of("proportion", "mean", "ratio");
        if (!types.contains(type)) {
            flaw("type", "is no type", Nearest.maybe(type, types));
            return;
        }
        Metric.Type kind = Metric.Type.valueOf(type.toUpperCase(java.util.Locale.ROOT));
        Metric metric = new Metric(cell("metric"), kind, cell("metric"), null);
        int before = wrong.size();
        Moments moments = moments(kind);
        if (wrong.size() == before) {
            lines.add(
                    new Line(cell("arm"), metric, moments, !cell("covariateSum").isEmpty()));
        }
    }

    private Moments moments(Metric.Type type) {
        double n = number("n");
        double sum = number("sum");
        if (n < 2 || n != Math.rint(n)) {
            flaw("n", "is no number of units, at least 2", null);
        }
        if (type == Metric.Type.PROPORTION && (sum < 0 || sum > n || sum != Math.rint(sum))) {
            flaw("sum", "is no number of successes among " + cell("n"), "Maybe type mean.");
        }
        boolean ratio = type == Metric.Type.RATIO;
        double squares = type == Metric.Type.PROPORTION ? sum : number("sumSquares");
        double[] sums = {sum, ratio ? number("denominatorSum") : n, 0, n};
        double[][] products = new double[Arm.SIZE][Arm.SIZE];
        products[0][0] = squares;
        products[1][1] = ratio ? number("denominatorSumSquares") : n;
        both(products, 0, 1, ratio ? number("sumProducts") : sum);
        if (!cell("covariateSum").isEmpty()) {
            sums[2] = number("covariateSum");
            products[2][2] = number("covariateSumSquares");
            both(products, 0, 2, number("covariateProducts"));
            both(products, 1, 2, ratio ? number("covariateDenominatorProducts") : sums[2]);
        }
        for (int i = 0; i < Arm.SIZE; i++) {
            both(products, i, Arm.SIZE - 1, sums[i]);
        }
        return Moments.of((long) n, sums, products);
    }

    private static void both(double[][] products, int i, int j, double value) {
        products[i][j] = value;
        products[j][i] = value;
    }

    private Totals totals(List<Metric> asked, String control) {
        Map<String, Metric> found = new LinkedHashMap<>();
        Set<String> arms = new LinkedHashSet<>(List.of(control));
        lines.forEach(line -> {
            found.put(line.metric.name(), line.metric);
            arms.add(line.arm);
        });
        List<Metric> metrics = new ArrayList<>();
        asked.forEach(metric -> add(found, metric.name(), metrics));
        metrics.addAll(asked.isEmpty() ? found.values() : List.of());
        boolean covariate = lines.stream().anyMatch(Line::covariate);
        Totals totals = new Totals(metrics, covariate, false);
        arms.forEach(totals::arm);
        for (int i = 0; i < metrics.size(); i++) {
            for (String arm : arms) {
                put(totals, i, arm, metrics.get(i).name());
            }
        }
        metrics.forEach(this::oneCovariate);
        if (arms.size() < 2) {
            wrong.add(Flaw.of(file, "holds only the control, and nothing to compare with it", null));
        }
        return totals;
    }

    private void oneCovariate(Metric metric) {
        long kinds = lines.stream()
                .filter(line -> line.metric.name().equals(metric.name()))
                .map(line -> line.covariate + " " + line.metric.type())
                .distinct()
                .count();
        if (kinds > 1) {
            wrong.add(Flaw.of(
                    file,
                    "\"" + metric.name() + "\" has not the same type, or a covariate, in all arms",
                    "Maybe a cell is missing."));
        }
    }

    private void add(Map<String, Metric> found, String name, List<Metric> metrics) {
        Metric metric = found.get(name);
        if (metric == null) {
            wrong.add(Flaw.of(file, "there is no metric \"" + name + "\"", Nearest.maybe(name, found.keySet())));
        } else {
            metrics.add(metric);
        }
    }

    private void put(Totals totals, int metric, String arm, String name) {
        List<Line> rows = lines.stream()
                .filter(line -> line.arm.equals(arm) && line.metric.name().equals(name))
                .toList();
        if (rows.size() == 1) {
            totals.all().set(totals.arm(arm), metric, rows.get(0).moments);
            return;
        }
        List<String> arms = lines.stream().map(Line::arm).distinct().toList();
        wrong.add(Flaw.of(
                file,
                "\"" + name + "\" of the arm \"" + arm + "\" stands in " + rows.size() + " rows, not one",
                arms.contains(arm) ? null : Nearest.maybe(arm, arms)));
    }
}
