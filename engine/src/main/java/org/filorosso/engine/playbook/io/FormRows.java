package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.CsvForm.Quoting;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a folder were written, as rows {@code file, key, value} of the hidden sheet {@code #form}. What is
 * as we write it is left out; whoever deletes the sheet loses layout and nothing else.
 */
final class FormRows {
    static final String NAME = "#form";
    static final List<String> HEADER = List.of("file", "key", "value");

    private static final String LINE_ENDS = "line ends";
    private static final String MARK = "byte order mark";
    private static final String LAST = "last line end";
    private static final String SEPARATOR = "separator";
    private static final String LINE_ENDS_IN_CELLS = "line ends in cells";
    private static final String QUOTES = "quotes";
    private static final String ROW = "row ";
    private static final String EMPTY = "empty lines at the end";
    private static final String NO_LINES = "no lines";
    private static final String TEXT = "text";

    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();

    /** The form of a playbook. */
    static FormRows of(Sheets sheets) {
        FormRows rows = new FormRows();
        rows.addSettings(sheets.settings());
        sheets.tables().forEach(rows::add);
        sheets.tests().forEach(rows::add);
        Text population = sheets.population();
        if (population != null) {
            rows.add(population);
        }
        return rows;
    }

    /** What was read from the sheet; rows that say nothing known have no effect. */
    static FormRows read(List<Line> lines) {
        FormRows rows = new FormRows();
        for (Line line : lines) {
            rows.put(
                    line.cell(0),
                    line.cell(1),
                    line.cells().size() > 2 ? line.cells().get(2) : "");
        }
        return rows;
    }

    private void put(String file, String key, String value) {
        rows.computeIfAbsent(file, f -> new LinkedHashMap<>())
                .computeIfAbsent(key, k -> new ArrayList<>())
                .add(value);
    }

    List<List<String>> rows() {
        List<List<String>> all = new ArrayList<>();
        rows.forEach((file, keys) ->
                keys.forEach((key, values) -> values.forEach(value -> all.add(List.of(file, key, value)))));
        return all;
    }

    private void addSettings(@Nullable Text settings) {
        if (settings != null) {
            add(settings);
            if (!settings.lines().equals(SettingsSheet.canonical(settings).lines())) {
                settings.lines().forEach(line -> put(settings.file(), TEXT, line));
            }
        }
    }

    private void add(Text text) {
        add(text.file(), text.form());
        if (text.lines().isEmpty()) {
            put(text.file(), NO_LINES, "yes");
        }
    }

    private void add(String file, TextForm form) {
        if (form.crlf()) {
            put(file, LINE_ENDS, "CRLF");
        }
        if (form.bom()) {
            put(file, MARK, "yes");
        }
        if (!form.lastLineEnd()) {
            put(file, LAST, "no");
        }
    }

    private void add(Sheet sheet) {
        String file = sheet.table().file();
        CsvForm form = sheet.form();
        add(file, form.file());
        if (form.separator() != ',') {
            put(file, SEPARATOR, String.valueOf(form.separator()));
        }
        if (form.crlfInCells()) {
            put(file, LINE_ENDS_IN_CELLS, "CRLF");
        }
        if (form.quoting() != Quoting.NEEDED) {
            put(file, QUOTES, form.quoting().name());
        }
        int empty = emptyAtEnd(sheet.lines());
        if (empty > 0) {
            put(file, EMPTY, Integer.toString(empty));
        }
        form.odd().keySet().stream()
                .sorted()
                .forEach(digest -> form.odd()
                        .getOrDefault(digest, List.of())
                        .forEach(line -> put(file, ROW + digest, line.text())));
    }

    private static int emptyAtEnd(List<Line> lines) {
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).cells().isEmpty()) {
            last--;
        }
        return lines.size() - last;
    }

    private List<String> values(String file, String key) {
        return rows.getOrDefault(file, Map.of()).getOrDefault(key, List.of());
    }

    private boolean has(String file, String key) {
        return !values(file, key).isEmpty();
    }

    TextForm text(String file) {
        return new TextForm(has(file, LINE_ENDS), has(file, MARK), !has(file, LAST));
    }

    CsvForm csv(String file) {
        char separator = values(file, SEPARATOR).contains(";") ? ';' : ',';
        Quoting quoting = values(file, QUOTES).contains(Quoting.ALL.name())
                ? Quoting.ALL
                : values(file, QUOTES).contains(Quoting.FILLED.name()) ? Quoting.FILLED : Quoting.NEEDED;
        return new CsvForm(text(file), separator, has(file, LINE_ENDS_IN_CELLS), quoting, odd(file));
    }

    private Map<String, List<LineForm>> odd(String file) {
        Map<String, List<LineForm>> odd = new LinkedHashMap<>();
        rows.getOrDefault(file, Map.of()).forEach((key, values) -> {
            if (key.startsWith(ROW)) {
                odd.put(
                        key.substring(ROW.length()),
                        values.stream().map(LineForm::of).toList());
            }
        });
        return odd;
    }

    /** Empty lines at the end of a table, at most as many as a table may have. */
    int emptyLines(Table table) {
        return values(table.file(), EMPTY).stream()
                .mapToInt(Integer::parseInt)
                .map(count -> Math.max(0, Math.min(count, table.mostRows())))
                .findFirst()
                .orElse(0);
    }

    /** Texts without lines, which have no row in their sheet. */
    List<String> filesWithoutLines() {
        return rows.keySet().stream().filter(file -> has(file, NO_LINES)).toList();
    }

    /** The text of the settings as it was, or null when it was as we write it. */
    @Nullable
    Text settings() {
        String file = FolderReader.SETTINGS;
        return has(file, TEXT) ? new Text(file, values(file, TEXT), text(file)) : null;
    }
}
