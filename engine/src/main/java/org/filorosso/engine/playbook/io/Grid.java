package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sheet whose columns were found: the reserved ones by name, with their languages; the rest are conditions. */
final class Grid {
    private static final Set<Kind> NAMES = Set.of(Kind.NAME, Kind.NAMES, Kind.TARGET);

    private final Sheet sheet;
    private final Map<String, Integer> reserved = new HashMap<>();
    private final Map<String, Map<String, Integer>> languages = new HashMap<>();
    private final List<Integer> names = new ArrayList<>();
    private final List<Integer> conditions = new ArrayList<>();

    Grid(Sheet sheet, Problems problems) {
        this.sheet = sheet;
        Heading.of(sheet, problems).forEach(this::place);
    }

    private void place(Heading heading) {
        Column column = heading.column();
        if (column != null && NAMES.contains(column.kind())) {
            names.add(heading.at());
        }
        String language = heading.language();
        if (heading.use() == Heading.Use.CONDITION && sheet.table().schema().conditional()) {
            conditions.add(heading.at());
        } else if (column != null && language == null) {
            reserved.putIfAbsent(column.name(), heading.at());
        } else if (column != null && language != null) {
            languages.computeIfAbsent(column.name(), name -> new HashMap<>()).putIfAbsent(language, heading.at());
        }
    }

    Sheet sheet() {
        return sheet;
    }

    Table table() {
        return sheet.table();
    }

    boolean conditional() {
        return table().schema().conditional();
    }

    /** The lines that say something. */
    List<Entry> entries(Problems problems) {
        header(problems).checkHidden(conditions);
        List<Entry> entries = sheet.rows().stream()
                .map(line -> new Entry(this, line, problems))
                .toList();
        entries.forEach(entry -> entry.checkHidden(names));
        return entries;
    }

    /** The header as a row whose cells are themselves. */
    Entry header(Problems problems) {
        return new Entry(this, sheet.header(), problems);
    }

    /** The position of a reserved column, or -1. */
    int column(String name) {
        return reserved.getOrDefault(name, -1);
    }

    /** The positions of {@code name:it} columns by language. */
    Map<String, Integer> languages(String name) {
        return languages.getOrDefault(name, Map.of());
    }

    /** The languages of any column, with one column that bears it. */
    Map<String, Integer> allLanguages() {
        Map<String, Integer> all = new HashMap<>();
        languages.values().forEach(all::putAll);
        return all;
    }

    /** The positions of the columns that hold names. */
    List<Integer> names() {
        return names;
    }

    /** The positions of the condition columns, in order. */
    List<Integer> conditions() {
        return conditions;
    }

    String header(int column) {
        return sheet.header().cell(column);
    }
}
