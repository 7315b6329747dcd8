package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The settings as rows {@code key, value} and back. The text that the rows came from is kept where the rows still say
 * the same, and changed in place where only values differ, so that its layout and comments last.
 */
final class SettingsSheet {
    static final String NAME = "playbook";
    static final List<String> HEADER = List.of("key", "value");

    private SettingsSheet() {}

    /** The rows of a text below the header: comment lines and values in their order. */
    static List<List<String>> rows(Text settings) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> comments = comments(settings.lines());
        int next = 0;
        List<Dotted> values = Dotted.of(Yaml.read(settings, new Problems())).stream()
                .sorted(Comparator.comparingInt(value -> value.place().line()))
                .toList();
        for (Dotted value : values) {
            while (next < comments.size() && comments.get(next) < value.place().line()) {
                rows.add(List.of(settings.lines().get(comments.get(next++) - 1).strip()));
            }
            rows.add(List.of(value.key(), value.value()));
        }
        comments.subList(next, comments.size())
                .forEach(line -> rows.add(List.of(settings.lines().get(line - 1).strip())));
        return rows;
    }

    /** The values of rows below the header. */
    static List<Dotted> values(String file, List<Line> rows) {
        return rows.stream()
                .filter(Line::isData)
                .map(row -> new Dotted(row.cell(0), value(row), new Yaml.Place(file, row.line(), 0, 0)))
                .toList();
    }

    private static String value(Line row) {
        return row.cells().size() > 1 ? row.cells().get(1) : "";
    }

    /**
     * The text of rows.
     *
     * @param stored the lines from which the rows were made, if they are known
     * @param form how the file was written
     */
    static Text text(List<Line> rows, Yaml tree, @Nullable Text stored, TextForm form) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Dotted.of(tree).forEach(value -> wanted.put(value.key(), value.value()));
        Text kept = stored == null ? null : changed(stored, wanted, commentsOf(rows));
        return kept == null ? canonical(rows, tree, form) : kept;
    }

    private static @Nullable Text changed(Text stored, Map<String, String> wanted, List<String> comments) {
        Text commented = withComments(stored, comments);
        if (commented == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(commented.text());
        List<Dotted> values = new ArrayList<>(Dotted.of(Yaml.read(commented, new Problems())));
        values.sort(
                Comparator.comparingInt((Dotted value) -> value.place().from()).reversed());
        for (Dotted value : values) {
            String now = wanted.get(value.key());
            if (now != null && !now.equals(value.value())) {
                text.replace(value.place().from(), value.place().to(), YamlWriter.scalar(now));
            }
        }
        Text result = new Text(stored.file(), lines(text.toString()), stored.form());
        return says(result, wanted) ? result : null;
    }

    private static boolean says(Text text, Map<String, String> wanted) {
        Map<String, String> said = new LinkedHashMap<>();
        Problems problems = new Problems();
        Dotted.of(Yaml.read(text, problems)).forEach(value -> said.put(value.key(), value.value()));
        return !problems.hasErrors() && said.equals(wanted);
    }

    private static @Nullable Text withComments(Text stored, List<String> comments) {
        List<Integer> places = comments(stored.lines());
        if (places.size() != comments.size()) {
            return null;
        }
        List<String> lines = new ArrayList<>(stored.lines());
        for (int i = 0; i < comments.size(); i++) {
            String old = lines.get(places.get(i) - 1);
            lines.set(places.get(i) - 1, old.substring(0, old.indexOf('#')) + comments.get(i) + space(old));
        }
        return new Text(stored.file(), lines, stored.form());
    }

    private static String space(String line) {
        return line.substring(line.stripTrailing().length());
    }

    private static Text canonical(List<Line> rows, Yaml tree, TextForm form) {
        StringBuilder text = new StringBuilder();
        Map<String, Yaml> left = new LinkedHashMap<>(((Yaml.Keys) tree).keys());
        for (Line row : rows) {
            String key = row.cell(0).split("\\.", -1)[0];
            Yaml value = row.isData() ? left.remove(key) : null;
            if (row.isComment()) {
                text.append(row.cell(0).replace('\n', ' ')).append('\n');
            } else if (value != null) {
                text.append(YamlWriter.entry(key, value));
            }
        }
        return new Text(FolderReader.SETTINGS, lines(text.toString()), form);
    }

    private static List<String> lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.subList(0, lines.size() - 1);
    }

    /** The text that {@link #text} would write if it knew nothing but the rows. */
    static Text canonical(Text settings) {
        List<Line> rows =
                rows(settings).stream().map(cells -> new Line(1, cells)).toList();
        Yaml tree = Dotted.tree(settings.file(), values(settings.file(), rows), new Problems());
        return canonical(rows, tree, settings.form());
    }

    private static List<String> commentsOf(List<Line> rows) {
        return rows.stream().filter(Line::isComment).map(row -> row.cell(0)).toList();
    }

    // the numbers, from 1, of the lines that are comments from their first mark on
    private static List<Integer> comments(List<String> lines) {
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).strip().startsWith("#"))
                .boxed()
                .toList();
    }
}
