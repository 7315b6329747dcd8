package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.Sheets;
import org.filorosso.engine.playbook.io.Table;
import org.filorosso.engine.playbook.io.Text;
import org.filorosso.engine.playbook.io.Yaml;

/**
 * What differs between two playbooks as they were typed. Comments, blank rows and the order of columns carry no meaning
 * and make no difference.
 *
 * @param tables those that differ, in canonical order
 * @param settings keys of playbook.yaml that differ, by dotted key; {@code arms.1.name} is the first arm's
 * @param texts golden customers and the population file that differ, by file
 */
public record PlaybookDiff(List<TableDiff> tables, List<ValueChange> settings, List<ValueChange> texts) {

    private static final String POPULATION = "population.yaml";

    /**
     * The rows of one table that differ.
     *
     * @param table its name, such as {@code contact-policy}
     * @param rows in the order of the later playbook, those removed last
     */
    public record TableDiff(String table, List<RowChange> rows) {}

    /** A value by its name: empty is missing. */
    public record ValueChange(String name, String from, String to) {}

    /** What became of a row. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /**
     * One row that differs.
     *
     * @param kind {@link Kind#MOVED} only when nothing but its place among the others changed
     * @param id as explanations name it
     * @param lineBefore line in the earlier playbook; 0 when added
     * @param lineAfter line in the later playbook; 0 when removed
     * @param moved whether it stands elsewhere among the rows that both have
     * @param cells that differ, by column; of a row added or removed all that are not empty
     */
    public record RowChange(
            Kind kind, String id, int lineBefore, int lineAfter, boolean moved, List<ValueChange> cells) {}

    /** What turns {@code before} into {@code after}. */
    public static PlaybookDiff of(Sheets before, Sheets after) {
        List<TableDiff> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            List<RowChange> rows = TableRows.compare(rows(before, table), rows(after, table));
            if (!rows.isEmpty()) {
                tables.add(new TableDiff(table.sheet(), rows));
            }
        }
        return new PlaybookDiff(
                List.copyOf(tables),
                values(settings(before.playbook()), settings(after.playbook())),
                values(texts(before), texts(after)));
    }

    /** Whether nothing differs that carries a meaning. */
    public boolean isEmpty() {
        return tables.isEmpty() && settings.isEmpty() && texts.isEmpty();
    }

    private static List<TableRows.Typed> rows(Sheets sheets, Table table) {
        Sheet sheet = sheets.table(table).orElse(null);
        return sheet == null ? List.of() : TableRows.typed(sheet);
    }

    private static List<ValueChange> values(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> new ValueChange(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private static Map<String, String> texts(Sheets sheets) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Text text : sheets.tests()) {
            texts.put(text.file(), lines(text));
        }
        Text population = sheets.population();
        if (population != null) {
            texts.put(POPULATION, lines(population));
        }
        return texts;
    }

    /** Texts are compared whole, and told by their size: what is in them is for another tool to compare. */
    private static String lines(Text text) {
        String content = String.join("\n", text.lines());
        return text.lines().size() + " lines, " + Integer.toHexString(content.hashCode());
    }

    static Map<String, String> settings(Yaml tree) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", tree, values);
        return values;
    }

    private static void flatten(String key, Yaml tree, Map<String, String> values) {
        String before = key.isEmpty() ? "" : key + ".";
        if (tree instanceof Yaml.Keys keys) {
            keys.keys().forEach((name, value) -> flatten(before + name, value, values));
        } else if (tree instanceof Yaml.Items items && items.items().stream().allMatch(Yaml.Scalar.class::isInstance)) {
            List<String> texts = items.items().stream()
                    .map(item -> ((Yaml.Scalar) item).text())
                    .toList();
            values.put(key, "[" + String.join(", ", texts) + "]");
        } else if (tree instanceof Yaml.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                flatten(before + (i + 1), items.items().get(i), values);
            }
        } else if (tree instanceof Yaml.Scalar scalar) {
            values.put(key, scalar.text());
        }
    }
}
