package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads world.csv in the language of its playbook, so that conditions mean the same to simulated customers as they do to
 * rules. What comes out is a playbook of its own for the matcher: the names, stages, segments and experiments of the real
 * one, the traits that no rule may know, and the rows of the world. It is for the simulator; no decision is made with it.
 */
public final class WorldReader {
    private static final Set<Table> SHARED = Set.of(
            Table.ATTRIBUTES,
            Table.LIFECYCLE,
            Table.SEGMENTS,
            Table.EVENTS,
            Table.LISTS,
            Table.CHANNELS,
            Table.ACTIONS,
            Table.EXPERIMENTS,
            Table.KPIS);

    private WorldReader() {}

    /**
     * A name that conditions of a world may read and rules may not.
     *
     * @param name as an attribute's
     * @param source {@code customer} of a hidden trait, {@code context} of what is true of one contact
     * @param type as in attributes.csv
     */
    public record Trait(String name, String source, String type) {}

    /**
     * A world that can be matched.
     *
     * @param playbook the names and rows that its matcher needs
     * @param rows the rows of world.csv, in file order
     */
    public record Understood(Playbook playbook, List<WorldRow> rows) {
        /** A world with its own copy of the rows. */
        public Understood {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reads the file of a world.
     *
     * @param problems what is wrong is put there
     * @return null when it cannot be read as a table
     * @throws IOException if there is no such file, or it cannot be read
     */
    public static @Nullable Sheet sheet(Path file, Problems problems) throws IOException {
        return new TableReader(Table.WORLD, String.valueOf(file.getFileName()), problems)
                .read(Files.readAllBytes(file));
    }

    /**
     * Understands a world.
     *
     * @param playbook the tables it is about
     * @param others playbooks that are compared with it: actions that only they have belong to the world too
     * @param world the rows; null is a world without any
     * @param traits names besides those of the playbook
     * @param problems what is wrong is put there
     * @return null when anything is wrong
     */
    public static @Nullable Understood read(
            Sheets playbook, List<Sheets> others, @Nullable Sheet world, List<Trait> traits, Problems problems) {
        List<Sheet> tables = new ArrayList<>();
        playbook.tables().stream()
                .filter(sheet -> SHARED.contains(sheet.table()))
                .map(sheet -> sheet.table() == Table.ACTIONS ? withActions(sheet, others) : sheet)
                .filter(sheet -> sheet.table() != Table.ATTRIBUTES)
                .forEach(tables::add);
        tables.add(withTraits(playbook, traits));
        if (world != null) {
            tables.add(world);
        }
        Sheets sheets = new Sheets(playbook.name(), tables, playbook.settings(), playbook.playbook(), List.of(), null);
        Loading loading = new Loading(sheets, problems, LocalDate.EPOCH, true);
        Playbook read = loading.load();
        return read == null ? null : new Understood(read, loading.world());
    }

    private static Sheet withTraits(Sheets playbook, List<Trait> traits) {
        Sheet sheet = playbook.table(Table.ATTRIBUTES)
                .orElseGet(() -> new Sheet(
                        Table.ATTRIBUTES,
                        Table.ATTRIBUTES.file(),
                        List.of(new Line(1, List.of("name", "source", "type"))),
                        0,
                        CsvForm.OURS));
        List<Line> lines = new ArrayList<>(sheet.lines());
        for (Trait trait : traits) {
            lines.add(line(sheet, Map.of("name", trait.name(), "source", trait.source(), "type", trait.type())));
        }
        return new Sheet(sheet.table(), sheet.file(), lines, sheet.headerAt(), sheet.form());
    }

    /** Adds the actions that only other playbooks have, by what a world can know of them. */
    private static Sheet withActions(Sheet sheet, List<Sheets> others) {
        int name = column(sheet, "action");
        Set<String> known = new HashSet<>();
        sheet.rows().forEach(row -> known.add(row.cell(name)));
        List<Line> lines = new ArrayList<>(sheet.lines());
        for (Sheets other : others) {
            other.table(Table.ACTIONS).ifPresent(actions -> {
                for (Line row : actions.rows()) {
                    if (known.add(row.cell(column(actions, "action")))) {
                        lines.add(line(sheet, cells(actions, row)));
                    }
                }
            });
        }
        return new Sheet(sheet.table(), sheet.file(), lines, sheet.headerAt(), sheet.form());
    }

    private static Map<String, String> cells(Sheet sheet, Line row) {
        Map<String, String> cells = new TreeMap<>();
        for (String column : List.of("issue", "group", "action", "product", "again")) {
            int at = column(sheet, column);
            cells.put(column, at < 0 ? "" : row.cell(at));
        }
        int purpose = column(sheet, "purpose");
        boolean service = purpose >= 0 && row.cell(purpose).equals("service");
        cells.put("purpose", service ? "service" : "");
        return cells;
    }

    private static Line line(Sheet sheet, Map<String, String> byColumn) {
        List<String> cells = new ArrayList<>();
        for (String header : sheet.header().cells()) {
            cells.add(byColumn.getOrDefault(Line.trim(header).toLowerCase(Locale.ROOT), ""));
        }
        // no line of the file says it; ids made of the line would not be unique otherwise
        return new Line(Integer.MAX_VALUE, cells);
    }

    private static int column(Sheet sheet, String name) {
        List<String> cells = sheet.header().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (Line.trim(cells.get(i)).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
