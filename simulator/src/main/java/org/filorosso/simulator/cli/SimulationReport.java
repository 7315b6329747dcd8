package org.filorosso.simulator.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.simulation.ArmSummary;
import org.filorosso.simulator.simulation.Results;
import org.filorosso.simulator.simulation.Verdict;
import org.jspecify.annotations.Nullable;

/** What a simulation says, of one world or of several. */
final class SimulationReport {
    private static final int DIGITS = 4;
    private static final String PLAIN = "world";
    private static final String WITHOUT = " without built-in effects";
    private static final List<String> SHOWN = List.of(
            "marginPerCustomer",
            "acceptance",
            "contactsPerCustomer",
            "withoutAction",
            "arpu",
            "satisfaction",
            "nps",
            "churn",
            "optOuts");

    private final Map<String, Results> byWorld = new LinkedHashMap<>();

    /** What a world is called. */
    static String name(@Nullable Path file, boolean builtIn) {
        String name = file == null ? PLAIN : String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
        return builtIn ? name : name + WITHOUT;
    }

    void add(String world, Results results) {
        byWorld.put(world, results);
    }

    /**
     * How far a verdict holds.
     *
     * @param says what the first world says
     * @param worlds how many of the worlds say the same
     * @param withoutBuiltIn of how many of them that still holds with the built-in effects at zero
     */
    record Holds(String arm, String control, String says, int worlds, int of, int withoutBuiltIn) {}

    private List<Holds> holds() {
        Results first = byWorld.values().iterator().next();
        return first.verdicts().stream().map(this::holds).toList();
    }

    private Holds holds(Verdict verdict) {
        int same = 0;
        int of = 0;
        int without = 0;
        for (Map.Entry<String, Results> world : byWorld.entrySet()) {
            boolean agrees = world.getValue().verdicts().stream()
                    .anyMatch(
                            one -> one.arm().equals(verdict.arm()) && one.says().equals(verdict.says()));
            if (world.getKey().endsWith(WITHOUT)) {
                without += agrees ? 1 : 0;
            } else {
                of++;
                same += agrees ? 1 : 0;
            }
        }
        return new Holds(verdict.arm(), verdict.control(), verdict.says(), same, of, without);
    }

    /** How far each verdict holds, in words; nothing where there is only one world. */
    List<String> holdSentences() {
        if (byWorld.size() < 2) {
            return List.of();
        }
        return holds().stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%s against %s: %s, in %d of %d worlds, and in %d of %d without built-in effects.",
                        one.arm(),
                        one.control(),
                        one.says(),
                        one.worlds(),
                        one.of(),
                        one.withoutBuiltIn(),
                        one.of()))
                .toList();
    }

    /** As one object. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (byWorld.size() == 1) {
            Results only = byWorld.values().iterator().next();
            json.put("arms", only.arms());
            json.put("verdicts", only.verdicts());
            json.put("caused", only.caused());
            json.put("shares", only.shares());
        } else {
            json.put("worlds", byWorld);
            json.put("holds", holds());
        }
        return json;
    }

    /** As people read it. */
    String text() {
        StringBuilder text = new StringBuilder();
        byWorld.forEach((world, results) -> {
            text.append(byWorld.size() == 1 ? "" : world + "\n\n")
                    .append(tables(results))
                    .append('\n');
            results.verdicts()
                    .forEach(verdict -> text.append(verdict.sentence()).append('\n'));
            text.append('\n');
        });
        holdSentences().forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    /** The figures that all teams share first, if the playbook has any, then those of every simulation. */
    private static String tables(Results results) {
        List<String> shared = List.copyOf(results.arms().get(0).kpis().keySet());
        String first = shared.isEmpty() ? "" : table(results, shared, ArmSummary::kpis) + "\n";
        return first + table(results, SHOWN, ArmSummary::metrics);
    }

    private static String table(
            Results results, List<String> columns, Function<ArmSummary, Map<String, BigDecimal>> figures) {
        String[] header = new String[columns.size() + 1];
        header[0] = "arm";
        for (int i = 0; i < columns.size(); i++) {
            header[i + 1] = ">" + columns.get(i);
        }
        TextTable table = new TextTable(header);
        for (ArmSummary arm : results.arms()) {
            String[] row = new String[header.length];
            row[0] = arm.arm();
            for (int i = 0; i < columns.size(); i++) {
                row[i + 1] = shown(figures.apply(arm).get(columns.get(i)));
            }
            table.row(row);
        }
        return table.toString();
    }

    private static String shown(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.setScale(Math.min(DIGITS, figure.scale()), RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
