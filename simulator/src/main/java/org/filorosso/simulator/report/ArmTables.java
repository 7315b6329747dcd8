package org.filorosso.simulator.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.review.change.Funnel;
import org.filorosso.simulator.review.change.OfferChange;
import org.filorosso.simulator.review.change.StageChange;

/**
 * The joint files of a simulation that are small: funnel and actions, by arm.
 *
 * @param funnel of an arm, in the order of the engine
 * @param actions of an arm by name
 * @param sensitivity of an arm, a row a factor
 * @param rates of offers of an arm, a row an attribute, group and action
 */
record ArmTables(
        Map<String, List<Funnel.Stage>> funnel,
        Map<String, Map<String, Sold>> actions,
        Map<String, List<Changed>> sensitivity,
        Map<String, List<Rate>> rates) {

    /** What became of an action on all channels. */
    record Sold(double presented, double accepted, double value) {
        static final Sold NONE = new Sold(0, 0, 0);

        Sold plus(Sold other) {
            return new Sold(presented + other.presented, accepted + other.accepted, value + other.value);
        }
    }

    /** Winners that change when a factor is left out, of so many decisions. */
    record Changed(String factor, long decisions, long changed) {}

    /** Customers of a group, and how many of them were ever offered an action. */
    record Rate(String attribute, String group, String action, long customers, long offered) {}

    private interface Each {
        void row(Map<String, String> row);
    }

    /** @throws FlawException if a file cannot be read */
    static ArmTables read(Path folder) throws FlawException {
        ArmTables tables =
                new ArmTables(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
        each(
                folder.resolve("funnel.csv"),
                row -> tables.funnel
                        .computeIfAbsent(text(row, "arm"), arm -> new ArrayList<>())
                        .add(new Funnel.Stage(
                                text(row, "stage"), (long) number(row, "in"), (long) number(row, "out"), (long)
                                        number(row, "emptied"))));
        each(
                folder.resolve("actions.csv"),
                row -> tables.actions
                        .computeIfAbsent(text(row, "arm"), arm -> new TreeMap<>())
                        .merge(
                                text(row, "action"),
                                new Sold(number(row, "presented"), number(row, "accepted"), number(row, "value")),
                                Sold::plus));
        tables.more(folder);
        return tables;
    }

    private void more(Path folder) throws FlawException {
        each(
                folder.resolve("sensitivity.csv"),
                row -> sensitivity
                        .computeIfAbsent(text(row, "arm"), arm -> new ArrayList<>())
                        .add(new Changed(
                                text(row, "factor"), (long) number(row, "decisions"), (long) number(row, "changed"))));
        each(
                folder.resolve("bias.csv"),
                row -> rates.computeIfAbsent(text(row, "arm"), arm -> new ArrayList<>())
                        .add(new Rate(
                                text(row, "attribute"),
                                text(row, "group"),
                                text(row, "action"),
                                (long) number(row, "customers"),
                                (long) number(row, "offered"))));
    }

    private static void each(Path file, Each each) throws FlawException {
        try (CsvRows csv = CsvRows.open(DataFile.of(file))) {
            for (CsvRows.Row row = csv.next(); row != null; row = csv.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < csv.header().size(); i++) {
                    cells.put(csv.header().get(i), row.cell(i));
                }
                each.row(cells);
            }
        }
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    /** What each stage is given and leaves in one arm and in another. */
    List<StageChange> funnel(Study.Pair pair) {
        return StageChange.of(
                funnel.getOrDefault(pair.before(), List.of()), funnel.getOrDefault(pair.after(), List.of()));
    }

    /** How often one arm and another offer each action, on all channels. */
    List<OfferChange> offers(Study.Pair pair) {
        Map<String, Sold> before = actions.getOrDefault(pair.before(), Map.of());
        Map<String, Sold> after = actions.getOrDefault(pair.after(), Map.of());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> OfferChange.ofTotals(
                        name,
                        Math.round(before.getOrDefault(name, Sold.NONE).presented()),
                        Math.round(after.getOrDefault(name, Sold.NONE).presented())))
                .sorted(OfferChange.LARGEST_FIRST)
                .toList();
    }
}
