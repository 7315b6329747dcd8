package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a playbook whose columns were found; each row is one {@link Entry} for the whole load. */
final class Tables {
    private final Map<Table, Grid> grids = new EnumMap<>(Table.class);
    private final Map<Table, List<Entry>> entries = new EnumMap<>(Table.class);

    private final Map<Table, Map<Integer, Entry>> lines = new EnumMap<>(Table.class);

    Tables(Sheets sheets, Problems problems) {
        for (Sheet sheet : sheets.tables()) {
            Grid grid = new Grid(sheet, problems);
            grids.put(sheet.table(), grid);
            entries.put(sheet.table(), grid.entries(problems));
        }
    }

    /** The rows of a table; none of one that is not there. */
    List<Entry> of(Table table) {
        return entries.getOrDefault(table, List.of());
    }

    List<Grid> grids() {
        return new ArrayList<>(grids.values());
    }

    /** The row of a table that begins on a line. */
    Entry at(String table, int line) {
        return Table.of(table).map(found -> byLine(found).get(line)).orElseThrow();
    }

    private Map<Integer, Entry> byLine(Table table) {
        return lines.computeIfAbsent(table, key -> {
            Map<Integer, Entry> found = new HashMap<>();
            of(key).forEach(entry -> found.put(entry.number(), entry));
            return found;
        });
    }

    /** What a column names over all rows. */
    Set<String> column(Table table, String column) {
        Set<String> names = new TreeSet<>();
        of(table).forEach(entry -> names.add(entry.text(column)));
        names.remove("");
        return names;
    }
}
