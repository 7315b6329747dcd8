package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a playbook's folder: known files are read, ignored ones left, all others reported. */
final class FolderReader {
    static final String SETTINGS = "playbook.yaml";
    static final String POPULATION = "population.yaml";
    static final String TESTS = "tests";

    private final Path folder;
    private final Problems problems;
    private long bytes;

    FolderReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Sheets read() {
        List<Path> files = list(folder, "");
        files.stream().filter(file -> !isKnown(file)).forEach(this::reportUnknown);
        List<Sheet> tables = Stream.of(Table.values())
                .map(table -> table(files, table))
                .filter(Objects::nonNull)
                .toList();
        Text settings = text(files, SETTINGS);
        Yaml playbook = settings == null ? Yaml.nothing(SETTINGS) : Yaml.read(settings, problems);
        reportMissing(files);
        String name = name(folder.toAbsolutePath().normalize());
        return new Sheets(name, tables, settings, playbook, tests(files), text(files, POPULATION));
    }

    private void reportMissing(List<Path> files) {
        Stream.of(SETTINGS, Table.CHANNELS.file(), Table.ACTIONS.file(), Table.TREATMENTS.file())
                .filter(name -> files.stream().noneMatch(file -> name(file).equals(name)))
                .forEach(name -> problems.add(missing(name)));
    }

    static Problem missing(String name) {
        return Problem.error(Code.MISSING_FILE, name, 0, "is missing, and every playbook needs it");
    }

    private @Nullable Sheet table(List<Path> files, Table table) {
        byte[] content = find(files, table.file());
        return content == null ? null : new TableReader(table, table.file(), problems).read(content);
    }

    private @Nullable Text text(List<Path> files, String name) {
        byte[] content = find(files, name);
        return content == null ? null : TextReader.read(name, content, problems);
    }

    private List<Text> tests(List<Path> files) {
        return files.stream()
                .filter(file -> name(file).equals(TESTS))
                .flatMap(file -> list(file, TESTS + "/").stream())
                .map(this::test)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Text test(Path file) {
        String name = TESTS + "/" + name(file);
        if (!name.endsWith(".yaml") || !Files.isRegularFile(file)) {
            problems.add(Problem.error(Code.UNKNOWN_FILE, name, 0, "only golden customers, *.yaml, belong in tests")
                    .maybe(name.endsWith(".yml") ? "Maybe rename it to end in .yaml." : null));
            return null;
        }
        byte[] content = content(file, name);
        return content == null ? null : TextReader.read(name, content, problems);
    }

    private byte @Nullable [] find(List<Path> files, String name) {
        return files.stream()
                .filter(file -> name(file).equals(name) && isKnown(file))
                .findFirst()
                .map(file -> content(file, name))
                .orElse(null);
    }

    private List<Path> list(Path where, String prefix) {
        if (!Files.isDirectory(where)) {
            problems.add(Problem.error(Code.UNREADABLE_FILE, prefix + name(where), 0, "there is no such folder"));
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            List<Path> found = new ArrayList<>(files.filter(file -> !isIgnored(name(file)))
                    .sorted(Comparator.comparing(FolderReader::name))
                    .toList());
            found.removeIf(file -> leadsOut(file, prefix));
            return found;
        } catch (IOException e) {
            problems.add(Problem.error(Code.UNREADABLE_FILE, prefix + name(where), 0, "cannot be read: " + e));
            return List.of();
        }
    }

    private boolean leadsOut(Path file, String prefix) {
        try {
            if (file.toRealPath().startsWith(folder.toRealPath())) {
                return false;
            }
        } catch (IOException e) {
            // a link to nothing: to be reported as one that leads out
        }
        problems.add(
                Problem.error(Code.LINK_OUT_OF_FOLDER, prefix + name(file), 0, "is a link that leads out of the folder")
                        .maybe("Maybe copy the file itself into the folder."));
        return true;
    }

    private byte @Nullable [] content(Path file, String name) {
        try {
            bytes += Files.size(file);
            if (bytes > Limits.MOST_BYTES) {
                problems.add(tooLarge(name));
                return null;
            }
            return Files.readAllBytes(file);
        } catch (IOException | OutOfMemoryError e) {
            problems.add(Problem.error(Code.UNREADABLE_FILE, name, 0, "cannot be read: " + e));
            return null;
        }
    }

    static Problem tooLarge(String name) {
        return Problem.error(
                        Code.TOO_LARGE,
                        name,
                        0,
                        "with this file the playbook is larger than " + Limits.MOST_BYTES / 1024 / 1024
                                + " MB, which is all it may be")
                .maybe("Maybe customers or histories lie in the folder: they belong in files of their own.");
    }

    private static boolean isKnown(Path file) {
        String name = name(file);
        if (name.equals(TESTS)) {
            return Files.isDirectory(file);
        }
        // a pipe or a device would never end
        return Files.isRegularFile(file) && names().contains(name);
    }

    static List<String> names() {
        return Stream.concat(
                        Stream.of(SETTINGS),
                        Stream.concat(Stream.of(Table.values()).map(Table::file), Stream.of(POPULATION)))
                .toList();
    }

    private void reportUnknown(Path file) {
        if (names().contains(name(file))) {
            problems.add(Problem.error(Code.UNKNOWN_FILE, name(file), 0, "is a folder or a pipe, and no file to read"));
            return;
        }
        List<String> valid = Stream.concat(names().stream(), Stream.of(TESTS)).toList();
        problems.add(Problem.error(Code.UNKNOWN_FILE, name(file), 0, "is no file of a playbook")
                .maybe(Nearest.maybe(name(file), valid)));
    }

    private static boolean isIgnored(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("README")
                || upper.startsWith("LICENSE")
                || name.startsWith(".")
                || name.equals("__MACOSX")
                || name.startsWith("~$");
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
