package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Book.Tab;
import org.filorosso.engine.playbook.io.Parts.UnreadableWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a playbook's workbook, whoever saved it. */
final class WorkbookReader {
    private static final String POPULATION = "population";
    private static final int MOST_LINES = 1_000_000;

    private final Path path;
    private final String name;
    private final Problems problems;
    private final Map<String, List<Line>> grids = new LinkedHashMap<>();
    private long characters;

    WorkbookReader(Path path, Problems problems) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.problems = problems;
    }

    Sheets read() {
        try (Parts parts = Parts.open(path)) {
            readGrids(Book.open(parts));
        } catch (UnreadableWorkbook e) {
            problems.add(e.problem(name));
            return new Sheets(name, List.of(), null, Yaml.nothing(name), List.of(), null);
        } catch (IOException e) {
            problems.add(Problem.error(Code.UNREADABLE_FILE, name, 0, "cannot be read: " + e));
            return new Sheets(name, List.of(), null, Yaml.nothing(name), List.of(), null);
        }
        return sheets(FormRows.read(grids.getOrDefault(FormRows.NAME, List.of())));
    }

    private void readGrids(Book book) throws IOException, UnreadableWorkbook {
        Set<String> seen = new HashSet<>();
        List<Tab> tabs = new ArrayList<>(book.sheets());
        // how numbers are read in the tables depends on the settings
        tabs.sort(Comparator.comparing(tab -> !tab.name().strip().equals(SettingsSheet.NAME)));
        for (Tab tab : tabs) {
            String sheet = tab.name().strip();
            if (!seen.add(sheet)) {
                problems.add(Problem.error(Code.DUPLICATE_ENTRY, file(sheet), 0, "the workbook has this sheet twice"));
            } else if (isKnown(sheet)) {
                grids.put(sheet, grid(book, tab, sheet));
            } else if (!sheet.startsWith("#")) {
                problems.add(Problem.error(Code.UNKNOWN_SHEET, file(sheet), 0, "is no sheet of a playbook")
                        .maybe(Nearest.maybe(sheet, names())));
            }
        }
    }

    private List<Line> grid(Book book, Tab tab, String sheet) throws IOException, UnreadableWorkbook {
        TableLimits limits = Table.of(sheet)
                .map(table -> new TableLimits(table, file(sheet), problems))
                .orElse(null);
        GridReader reader = new GridReader(
                book,
                file(sheet),
                problems,
                locale(),
                line -> limits == null ? line.line() <= MOST_LINES : limits.allow(line));
        List<Line> lines = reader.read(tab.part());
        characters += reader.characters();
        if (characters > Limits.MOST_BYTES) {
            throw Book.tooLarge();
        }
        return lines;
    }

    private PlainLocale locale() {
        boolean italian = grids.getOrDefault(SettingsSheet.NAME, List.of()).stream()
                .anyMatch(line -> line.cell(0).equals("locale") && line.cell(1).equals("it"));
        return italian ? PlainLocale.IT : PlainLocale.EN;
    }

    private Sheets sheets(FormRows form) {
        List<Sheet> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            List<Line> lines = grids.get(table.sheet());
            Sheet sheet = lines == null ? null : sheet(table, lines, form);
            if (sheet != null) {
                tables.add(sheet);
            }
        }
        Stream.of(SettingsSheet.NAME, Table.CHANNELS.sheet(), Table.ACTIONS.sheet(), Table.TREATMENTS.sheet())
                .filter(needed -> !grids.containsKey(needed))
                .forEach(needed -> problems.add(FolderReader.missing(file(needed))));
        List<Line> rows = withoutHeader(SettingsSheet.NAME);
        Yaml playbook =
                Dotted.tree(file(SettingsSheet.NAME), SettingsSheet.values(file(SettingsSheet.NAME), rows), problems);
        Text settings = grids.containsKey(SettingsSheet.NAME)
                ? SettingsSheet.text(rows, playbook, form.settings(), form.text(FolderReader.SETTINGS))
                : null;
        List<Text> population = texts(POPULATION, form);
        return new Sheets(
                name,
                tables,
                settings,
                playbook,
                texts(FolderReader.TESTS, form),
                population.isEmpty() ? null : population.get(0));
    }

    private @Nullable Sheet sheet(Table table, List<Line> read, FormRows form) {
        int header = 0;
        while (header < read.size() && !Separator.isHeader(table, read.get(header))) {
            header++;
        }
        if (header == read.size()) {
            problems.add(TableReader.noHeader(table, file(table.sheet())));
            return null;
        }
        List<Line> lines = new ArrayList<>(read);
        for (int i = form.emptyLines(table); i > 0; i--) {
            lines.add(new Line(lines.get(lines.size() - 1).line() + 1, List.of()));
        }
        return new Sheet(table, file(table.sheet()), lines, header, form.csv(table.file()));
    }

    private List<Line> withoutHeader(String sheet) {
        List<Line> lines = grids.getOrDefault(sheet, List.of());
        int header = 0;
        while (header < lines.size() && !lines.get(header).isData()) {
            header++;
        }
        return lines.isEmpty() ? lines : lines.subList(Math.min(header + 1, lines.size()), lines.size());
    }

    private List<Text> texts(String sheet, FormRows form) {
        Map<String, List<String>> files = new TreeMap<>();
        form.filesWithoutLines().stream()
                .filter(file -> isOf(sheet, file))
                .forEach(file -> files.put(file, new ArrayList<>()));
        for (Line line : withoutHeader(sheet)) {
            String file = line.cell(0);
            if (isOf(sheet, file)) {
                String text = line.cells().size() > 1 ? line.cells().get(1) : "";
                files.computeIfAbsent(file, f -> new ArrayList<>()).addAll(List.of(text.split("\n", -1)));
            } else if (line.isData()) {
                problems.add(Problem.error(Code.UNKNOWN_FILE, file(sheet), line.line(), "is no file of this sheet")
                        .at("file", file)
                        .maybe(sheet.equals(POPULATION) ? "Maybe population.yaml." : "Maybe tests/customers.yaml."));
            }
        }
        return files.entrySet().stream()
                .map(file -> new Text(file.getKey(), file.getValue(), form.text(file.getKey())))
                .toList();
    }

    private static boolean isOf(String sheet, String file) {
        return sheet.equals(POPULATION) ? file.equals(FolderReader.POPULATION) : isTest(file);
    }

    // a name that stays in the folder when it is written there
    private static boolean isTest(String file) {
        String prefix = FolderReader.TESTS + "/";
        return file.startsWith(prefix)
                && file.endsWith(".yaml")
                && file.indexOf('/', prefix.length()) < 0
                && file.indexOf('\\') < 0
                && !file.startsWith(prefix + ".")
                && Characters.hidden(file).isEmpty();
    }

    private static boolean isKnown(String sheet) {
        return sheet.equals(FormRows.NAME) || names().contains(sheet);
    }

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(SettingsSheet.NAME, FolderReader.TESTS, POPULATION),
                        Stream.of(Table.values()).map(Table::sheet))
                .toList();
    }

    private String file(String sheet) {
        return name + "!" + sheet;
    }
}
