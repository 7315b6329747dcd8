package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.playbook.io.Line;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.Table;
import org.filorosso.simulator.review.diff.PlaybookDiff.Kind;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;

/** Compares the rows of a table: by what names them, else by what is in them. */
final class TableRows {

    private TableRows() {}

    /**
     * A row as it was typed.
     *
     * @param key what it is found by in the other playbook
     * @param id as explanations name it
     * @param cells those that are not empty, by header
     */
    record Typed(String key, String id, int line, Map<String, String> cells) {}

    static List<Typed> typed(Sheet sheet) {
        List<String> headers = sheet.header().cells().stream()
                .map(String::strip)
                .map(header -> header.toLowerCase(Locale.ROOT))
                .toList();
        List<Typed> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : sheet.rows()) {
            Map<String, String> cells = cells(headers, line);
            String name = name(sheet.table(), cells);
            String content = name.isEmpty() ? cells.toString() : "";
            String key = name.isEmpty() ? "content " + content + seen.merge(content, 1, Integer::sum) : "name " + name;
            String id = name.isEmpty() ? sheet.table().sheet() + "#" + line.line() : name;
            rows.add(new Typed(key, id, line.line(), cells));
        }
        return rows;
    }

    private static Map<String, String> cells(List<String> headers, Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String cell = line.cell(i);
            if (!cell.isEmpty() && !headers.get(i).startsWith("#")) {
                cells.put(headers.get(i), cell);
            }
        }
        return cells;
    }

    private static String name(Table table, Map<String, String> cells) {
        return switch (table) {
            case ATTRIBUTES -> cells.getOrDefault("name", "");
            case LISTS -> cells.getOrDefault("list", "");
            case CHANNELS -> cells.getOrDefault("channel", "");
            case ACTIONS -> cells.getOrDefault("action", "");
            case KPIS -> cells.getOrDefault("kpi", "");
            case EVENTS -> (cells.getOrDefault("event", "") + " " + cells.getOrDefault("field", "")).strip();
            default -> cells.getOrDefault("id", "");
        };
    }

    static List<RowChange> compare(List<Typed> before, List<Typed> after) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i).key(), i);
        }
        Set<String> moved = moved(places, after);
        List<RowChange> changes = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (Typed row : after) {
            kept.add(row.key());
            Integer place = places.get(row.key());
            RowChange change = place == null
                    ? new RowChange(Kind.ADDED, row.id(), 0, row.line(), false, cells(Map.of(), row.cells()))
                    : changed(before.get(place), row, moved.contains(row.key()));
            if (place == null || change.moved() || !change.cells().isEmpty()) {
                changes.add(change);
            }
        }
        before.stream()
                .filter(row -> !kept.contains(row.key()))
                .map(row -> new RowChange(Kind.REMOVED, row.id(), row.line(), 0, false, cells(row.cells(), Map.of())))
                .forEach(changes::add);
        return changes;
    }

    private static RowChange changed(Typed before, Typed after, boolean moved) {
        List<ValueChange> cells = cells(before.cells(), after.cells());
        return new RowChange(
                cells.isEmpty() ? Kind.MOVED : Kind.CHANGED, after.id(), before.line(), after.line(), moved, cells);
    }

    private static List<ValueChange> cells(Map<String, String> before, Map<String, String> after) {
        Set<String> columns = new TreeSet<>(before.keySet());
        columns.addAll(after.keySet());
        return columns.stream()
                .map(column -> new ValueChange(column, before.getOrDefault(column, ""), after.getOrDefault(column, "")))
                .filter(cell -> !cell.from().equals(cell.to()))
                .toList();
    }

    /** The fewest rows whose moving explains the order: all but a longest run that kept its order. */
    private static Set<String> moved(Map<String, Integer> places, List<Typed> after) {
        List<String> both = after.stream()
                .map(Typed::key)
                .filter(places::containsKey)
                .distinct()
                .toList();
        int[] ranks = both.stream().mapToInt(places::get).toArray();
        Set<String> moved = new HashSet<>(both);
        for (int kept : longestAscending(ranks)) {
            moved.remove(both.get(kept));
        }
        return moved;
    }

    /** The positions of a longest ascending subsequence: patience sorting, n log n. */
    static int[] longestAscending(int[] values) {
        int[] tails = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int low = pile(values, tails, length, values[i]);
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] longest = new int[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            longest[i] = at;
            at = previous[at];
        }
        return Arrays.copyOf(longest, length);
    }

    private static int pile(int[] values, int[] tails, int length, int value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[tails[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
