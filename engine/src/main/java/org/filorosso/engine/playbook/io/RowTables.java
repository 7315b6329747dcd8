package org.filorosso.engine.playbook.io;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/** Reads the tables of rules in their canonical order, which is the order in which their rows are numbered. */
final class RowTables {
    private final Scope scope;
    private final Tables tables;
    private final MoneyRows money;

    private final @Nullable WorldRows world;

    /** @param world reads world.csv in the place of arbitration.csv, or null */
    RowTables(Scope scope, Tables tables, @Nullable WorldRows world) {
        this.world = world;
        this.scope = scope;
        this.tables = tables;
        this.money = new MoneyRows(scope);
    }

    Playbook.Tables read(
            List<Attribute> attributes, List<EventType> events, List<NamedList> lists, List<Channel> channels) {
        TreatmentRows treatments = new TreatmentRows(scope);
        Playbook.Tables read = new Playbook.Tables(
                List.copyOf(attributes),
                StageRows.lifecycle(tables.of(Table.LIFECYCLE), scope.rows()),
                StageRows.segments(tables.of(Table.SEGMENTS), scope.rows()),
                events,
                lists,
                List.copyOf(channels),
                rows(Table.PRICES, money::price),
                money.budgets(tables.of(Table.BUDGETS)),
                rows(Table.TREATMENTS, treatments::read),
                rows(Table.ENGAGEMENT, line -> EngagementRows.read(line, scope)),
                rows(Table.CONTACT_POLICY, new ContactPolicyRows(scope)::read),
                arbitration(),
                rows(Table.PROPENSITY, money::propensity),
                rows(Table.COHERENCE, new CoherenceRows(scope)::read),
                rows(Table.JOURNEYS, new JourneyRows(scope, events)::read),
                new ExperimentRows(scope, figures()).read(tables.of(Table.EXPERIMENTS)),
                new KpiRows(
                                scope.cells(),
                                scope.texts(),
                                events,
                                scope.settings().zone())
                        .read(tables.of(Table.KPIS)));
        scope.reads().uses(treatments.named());
        return read;
    }

    private List<Arbitration> arbitration() {
        return world == null ? rows(Table.ARBITRATION, money::arbitration) : world.read(tables.of(Table.WORLD));
    }

    private <T> List<T> rows(Table table, Function<Entry, T> reader) {
        return tables.of(table).stream().map(reader).toList();
    }

    private Set<String> figures() {
        Set<String> figures = new TreeSet<>(KpiRows.TOTALS);
        figures.addAll(tables.column(Table.KPIS, "kpi"));
        return figures;
    }
}
