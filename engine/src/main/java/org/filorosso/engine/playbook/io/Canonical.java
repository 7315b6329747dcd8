package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.playbook.io.Heading.Use;

/**
 * The canonical form of a playbook: settings, tables in their order, population, tests; columns by name, cells trimmed,
 * plain values in one notation. Comments, notes, empty cells, layout and the order of columns are not in it.
 */
final class Canonical {
    private static final String NOTE = "note";
    // says how cells are typed, not what they mean
    private static final String LOCALE = "locale";

    private final Sheets sheets;
    private final Scalars scalars;
    private final Map<String, String> attributes = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    Canonical(Sheets sheets) {
        this.sheets = sheets;
        this.scalars = Scalars.of(sheets.locale());
        sheets.table(Table.ATTRIBUTES).ifPresent(this::nameAttributes);
    }

    private void nameAttributes(Sheet sheet) {
        for (Heading heading : Heading.of(sheet, new Problems())) {
            if (heading.key().equals("name")) {
                sheet.rows()
                        .forEach(row -> attributes.put(
                                row.cell(heading.at()).toLowerCase(Locale.ROOT), row.cell(heading.at())));
            }
        }
    }

    String text() {
        add("playbook.yaml", sheets.playbook());
        sheets.tables().forEach(this::add);
        Text population = sheets.population();
        if (population != null) {
            add(population.file(), Yaml.read(population, new Problems()));
        }
        sheets.tests().forEach(test -> add(test.file(), Yaml.read(test, new Problems())));
        return out.toString();
    }

    private void add(String file, Yaml tree) {
        out.append(file).append('\n');
        Dotted.of(tree).stream()
                .filter(value -> tree != sheets.playbook() || !value.key().equals(LOCALE))
                .sorted(Comparator.comparing(Dotted::key))
                .forEach(value -> put(value.key(), Line.trim(value.value())));
    }

    private void add(Sheet sheet) {
        List<Heading> headings = new ArrayList<>(Heading.of(sheet, new Problems()));
        headings.removeIf(
                heading -> heading.use() == Use.COMMENT || heading.key().equals(NOTE));
        headings.sort(Comparator.comparing(this::name));
        // a table without rows is as if it were not there
        if (!sheet.rows().isEmpty()) {
            out.append(sheet.table().sheet()).append('\n');
            sheet.rows().forEach(row -> add(headings, row));
        }
    }

    private void add(List<Heading> headings, Line row) {
        for (Heading heading : headings) {
            String cell = row.cell(heading.at());
            if (!cell.isEmpty()) {
                Column column = heading.column();
                put(name(heading), column == null ? cell : canonical(column, cell));
            }
        }
        out.append('\n');
    }

    private String name(Heading heading) {
        return heading.use() == Use.CONDITION
                ? attributes.getOrDefault(heading.text().toLowerCase(Locale.ROOT), heading.text())
                : heading.key();
    }

    // one value a line, whatever it holds
    private void put(String name, String value) {
        out.append(escaped(name)).append('=').append(escaped(value)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("=", "\\=");
    }

    private String canonical(Column column, String cell) {
        return switch (column.kind()) {
            case NUMBER, COUNT, NUMBER_OR_FEEL -> number(cell);
            case PERCENT -> percentage(cell);
            case PERCENT_OR_FEEL -> cell.endsWith("%") ? percentage(cell) : number(cell);
            case DATE, MOMENT -> or(scalars.moment(cell), cell);
            case YES_NO -> yesNo(cell);
            case DURATION -> duration(cell);
            case WINDOW ->
                column.choices().contains(cell.toLowerCase(Locale.ROOT))
                        ? cell.toLowerCase(Locale.ROOT)
                        : duration(cell);
            case CHOICE -> choice(column, cell);
            case CHOICES, NAMES -> names(cell);
            default -> cell;
        };
    }

    private String number(String cell) {
        BigDecimal value = scalars.number(cell).value();
        return value == null ? cell : plain(value);
    }

    private String percentage(String cell) {
        BigDecimal value = scalars.percentage(cell).value();
        return value == null ? cell : plain(value.movePointRight(2)) + "%";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String yesNo(String cell) {
        Boolean value = scalars.yesNo(cell).value();
        return value == null ? cell : value ? "yes" : "no";
    }

    private String duration(String cell) {
        Span span = scalars.duration(cell).value();
        return span == null ? cell : new Span(span.period().normalized(), span.duration()).toString();
    }

    private static String choice(Column column, String cell) {
        return column.choices().stream()
                .filter(cell::equalsIgnoreCase)
                .findFirst()
                .orElse(cell);
    }

    private static String names(String cell) {
        return List.of(cell.split("\\|", -1)).stream().map(Line::trim).collect(Collectors.joining("|"));
    }

    private static <T> String or(Plain<T> plain, String cell) {
        T value = plain.value();
        return value == null ? cell : value.toString();
    }
}
