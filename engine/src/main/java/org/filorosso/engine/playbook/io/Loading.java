package org.filorosso.engine.playbook.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.feel.Expr;
import org.filorosso.engine.feel.Feel;
import org.filorosso.engine.feel.Names;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Catalogue;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/** One playbook on its way from text to model: settings, then what declares names, then what uses them. */
final class Loading {
    private static final int MOST_ACTIONS = 10_000;
    private static final int MOST_ATTRIBUTES = 1_000;

    private final Sheets sheets;
    private final Problems problems;
    private final LocalDate today;
    private final Tables tables;
    private final SettingsReader settingsReader;
    private final Settings basics;
    private final Cells cells;
    private final Names names = new Names();
    private final boolean worldly;
    private List<WorldRow> world = List.of();

    Loading(Sheets sheets, Problems problems, LocalDate today) {
        this(sheets, problems, today, false);
    }

    /** @param worldly whether world.csv is what matters, in place of the rows that decide */
    Loading(Sheets sheets, Problems problems, LocalDate today, boolean worldly) {
        this.worldly = worldly;
        this.sheets = sheets;
        this.problems = problems;
        this.today = today;
        this.tables = new Tables(sheets, problems);
        this.settingsReader = new SettingsReader(sheets.playbook(), problems);
        this.basics = settingsReader.read();
        this.cells = new Cells(settingsReader.scalars(), basics.zone(), basics.history(), today);
    }

    @Nullable
    Playbook load() {
        checkSize(Table.ACTIONS, MOST_ACTIONS);
        checkSize(Table.ATTRIBUTES, MOST_ATTRIBUTES);
        new Declarations(names).declare(basics, tables);
        Map<Entry, Attribute> plain = new AttributeRows(cells, names).read(tables.of(Table.ATTRIBUTES));
        new Declarations(names).declareExperiments(tables.of(Table.EXPERIMENTS));
        List<EventType> events = new EventRows(cells, Set.copyOf(basics.purposes())).read(tables.of(Table.EVENTS));
        List<Channel> channels =
                new ChannelRows(cells, new TreeSet<>(basics.purposes())).read(tables.of(Table.CHANNELS));
        Scope scope = scope(events);
        List<Attribute> attributes = withFormulas(plain, scope);
        List<Action> actions = new ActionRows(scope).read(tables.of(Table.ACTIONS));
        Catalogue catalogue = new Catalogue(actions);
        scope.know(catalogue, new References(catalogue, channels));
        tables.grids().forEach(grid -> scope.texts().checkHeader(grid, problems));
        Settings settings = new LateSettings(settingsReader, scope, events).read();
        Playbook playbook = new Playbook(
                Revision.of(sheets).hex(),
                settings,
                names,
                read(scope, attributes, events, channels),
                catalogue,
                scope.rows().count());
        if (!worldly) {
            new Checks(playbook, scope, tables, today).check();
        }
        return problems.hasErrors() ? null : playbook;
    }

    private void checkSize(Table table, int most) {
        if (tables.of(table).size() > most) {
            tables.of(table)
                    .get(most)
                    .error(
                            Code.TOO_MANY_ACTIONS,
                            String.format(Locale.ROOT, "the table %s may have %,d rows", table.sheet(), most),
                            "Maybe some are out of use.");
        }
    }

    private Scope scope(List<EventType> events) {
        Set<String> paths = ActionRows.paths(tables.of(Table.ACTIONS));
        PastTerms past = new PastTerms(paths, events, basics.history(), today.atStartOfDay(basics.zone()));
        return new Scope(basics, names, new Feel(names, past, basics.zone()), cells, problems);
    }

    private static List<Attribute> withFormulas(Map<Entry, Attribute> plain, Scope scope) {
        List<Attribute> attributes = new ArrayList<>();
        plain.forEach((line, attribute) -> {
            Expr formula = scope.formulas().derived(line, attribute);
            if (formula != null) {
                scope.reads().formula(line, formula);
            }
            attributes.add(attribute.withFormula(formula));
        });
        return attributes;
    }

    private Playbook.Tables read(
            Scope scope, List<Attribute> attributes, List<EventType> events, List<Channel> channels) {
        // the simulator's own table looks at traits that no rule may know
        tables.grids().stream()
                .filter(grid -> grid.conditional() && (worldly || grid.table() != Table.WORLD))
                .forEach(scope.rows()::checkHeaders);
        WorldRows worldRows = worldly ? new WorldRows(scope) : null;
        RowTables rows = new RowTables(scope, tables, worldRows);
        List<NamedList> lists = ListRows.read(tables.of(Table.LISTS), scope);
        Playbook.Tables read = rows.read(attributes, events, lists, channels);
        world = worldRows == null ? List.of() : worldRows.rows();
        return read;
    }

    /** The rows of world.csv, once a worldly playbook is loaded. */
    List<WorldRow> world() {
        return world;
    }
}
