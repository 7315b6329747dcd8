package org.filorosso.engine.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.engine.decide.Trace;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Price;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;
import org.filorosso.engine.playbook.Treatment;

/** Keeps, for every row that has conditions, the golden customers that exercised it. Used by one thread. */
final class Exercise {
    private final Playbook playbook;
    private final Map<Integer, List<String>> byRow = new LinkedHashMap<>();
    private final Map<Experiment.Variant, List<String>> byVariant = new LinkedHashMap<>();

    Exercise(Playbook playbook) {
        this.playbook = playbook;
    }

    void add(String customer, Trace trace) {
        trace.exercised().stream()
                .forEach(row ->
                        byRow.computeIfAbsent(row, unseen -> new ArrayList<>()).add(customer));
        for (Experiment experiment : playbook.tables().experiments()) {
            String variant = trace.decision().variants().get(experiment.name());
            experiment.variants().stream()
                    .filter(one -> one.name().equals(variant))
                    .forEach(one -> byVariant
                            .computeIfAbsent(one, unseen -> new ArrayList<>())
                            .add(customer));
        }
    }

    Coverage coverage() {
        Playbook.Tables tables = playbook.tables();
        List<TableCoverage> all = new ArrayList<>();
        all.add(table("lifecycle", tables.lifecycle().stream().map(LifecycleRow::row)));
        all.add(table("segments", tables.segments().stream().map(SegmentRow::row)));
        all.add(table("prices", tables.prices().stream().map(Price::row)));
        all.add(treatments(tables.treatments()));
        all.add(table("engagement", tables.engagement().stream().map(Engagement::row)));
        all.add(table("contact-policy", tables.contactPolicy().stream().map(ContactPolicy::row)));
        all.add(table("arbitration", tables.arbitration().stream().map(Arbitration::row)));
        all.add(table("propensity", tables.propensity().stream().map(PropensityRow::row)));
        all.add(table("coherence", tables.coherence().stream().map(Coherence::row)));
        all.add(table("journeys", tables.journeys().stream().map(Journey::row)));
        all.add(TableCoverage.of("experiments", variants(), 0));
        return Coverage.of(all.stream()
                .filter(table -> !table.rows().isEmpty() || table.uncounted() > 0)
                .toList());
    }

    // a stage that stands for a missing lifecycle has no line
    private TableCoverage table(String name, Stream<Row> rows) {
        return TableCoverage.of(
                name, rows.filter(row -> row.line() > 0).map(this::covered).toList(), 0);
    }

    private TableCoverage treatments(List<Treatment> all) {
        List<RowCoverage> rules = all.stream()
                .map(Treatment::row)
                .filter(row -> !row.unconditional() || !row.dates().always())
                .map(this::covered)
                .toList();
        return TableCoverage.of("treatments", rules, all.size() - rules.size());
    }

    private RowCoverage covered(Row row) {
        return covered(row.table(), row.line(), row.id(), byRow.getOrDefault(row.index(), List.of()));
    }

    private List<RowCoverage> variants() {
        return playbook.tables().experiments().stream()
                .flatMap(experiment -> experiment.variants().stream())
                .map(one -> covered("experiments", one.line(), one.id(), byVariant.getOrDefault(one, List.of())))
                .toList();
    }

    private static RowCoverage covered(String table, int line, String id, List<String> by) {
        return new RowCoverage(table, line, id, !by.isEmpty(), by);
    }
}
