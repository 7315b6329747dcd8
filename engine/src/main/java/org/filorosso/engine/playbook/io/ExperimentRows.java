package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Experiment.Variant;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Reads experiments.csv: the rows of one experiment are its variants and must agree in everything else. */
final class ExperimentRows {
    private final Scope scope;
    private final Set<String> figures;

    /** @param figures names that kpi and guardrail may have */
    ExperimentRows(Scope scope, Set<String> figures) {
        this.scope = scope;
        this.figures = figures;
    }

    /** The lines of each experiment, in file order. */
    static Map<String, List<Entry>> byName(List<Entry> lines) {
        Map<String, List<Entry>> byName = new LinkedHashMap<>();
        lines.forEach(line -> byName.computeIfAbsent(line.text("experiment"), name -> new ArrayList<>())
                .add(line));
        byName.remove("");
        return byName;
    }

    List<Experiment> read(List<Entry> lines) {
        lines.forEach(line -> line.need("experiment"));
        return byName(lines).values().stream().map(this::experiment).toList();
    }

    private Experiment experiment(List<Entry> lines) {
        Entry first = lines.get(0);
        Row row = scope.rows().read(first);
        List<Variant> variants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Entry line : lines) {
            if (line != first) {
                checkSame(line, row);
            }
            variants.add(variant(line, names));
        }
        checkShares(first, variants);
        Entry speaker = speaker(lines, "target");
        Target target = scope.references().targetOrNull(speaker, "target");
        if (names.contains(Experiment.CONTROL) && !speaker.has("target")) {
            first.error(
                    Code.EMPTY_CELL,
                    "target",
                    "the variant control drops the target, and there is none",
                    "Maybe fill target.");
        }
        return new Experiment(
                row,
                slot(first),
                first.text("experiment"),
                ListRows.level(speaker(lines, "level")),
                List.copyOf(variants),
                target,
                figure(speaker(lines, "kpi"), "kpi"),
                figure(speaker(lines, "guardrail"), "guardrail"));
    }

    private int slot(Entry line) {
        return scope.names().find(line.text("experiment")).orElse(-1);
    }

    private Variant variant(Entry line, Set<String> names) {
        String name = line.need("variant");
        line.need("share");
        if (!names.add(name)) {
            line.error(
                    Code.DUPLICATE_NAME, "variant", "the experiment has this variant already", "Maybe another letter.");
        }
        if (name.equals(Experiment.OUTSIDE)) {
            line.error(Code.BAD_NAME, "variant", "\"outside\" is who takes no part", "Maybe another name.");
        }
        return new Variant(line.id(), line.number(), name, scope.cells().percent(line, "share", 0, Bounds.PART));
    }

    private void checkSame(Entry line, Row first) {
        scope.rows().checkId(line);
        Row row = scope.rows().unnumbered(line);
        Dates dates = row.dates();
        if (!row.key().equals(first.key()) || !dates.equals(first.dates())) {
            line.error(
                    Code.ROWS_DIFFER,
                    "the conditions and dates are not those of line " + first.line() + ", the experiment's first row",
                    "Maybe copy them from there: all rows of an experiment share them.");
        }
    }

    /** The first line that fills a column; another line that says something else is an error. */
    private static Entry speaker(List<Entry> lines, String column) {
        Entry speaker =
                lines.stream().filter(line -> line.has(column)).findFirst().orElse(lines.get(0));
        for (Entry line : lines) {
            if (line.has(column) && !line.text(column).equals(speaker.text(column))) {
                line.error(
                        Code.ROWS_DIFFER,
                        column,
                        "line " + speaker.number() + " of the same experiment says \"" + speaker.text(column) + "\"",
                        "Maybe the same in both: all rows of an experiment share it.");
            }
        }
        return speaker;
    }

    private static void checkShares(Entry first, List<Variant> variants) {
        double sum = variants.stream().mapToDouble(Variant::share).sum();
        if (sum > 1 + 1e-9) {
            first.error(
                    Code.SHARES,
                    "share",
                    "the shares of the experiment add up to " + Cells.percent(sum),
                    "Maybe smaller shares: they add up to 100% at most.");
        }
    }

    private @Nullable String figure(Entry line, String column) {
        line.parts(column).stream()
                .filter(name -> !figures.contains(name))
                .forEach(name -> line.unknown(Code.UNKNOWN_NAME, column, name, "figure", figures));
        return line.textOrNull(column);
    }
}
