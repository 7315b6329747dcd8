package org.filorosso.engine.playbook.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as it was typed, from a folder or a workbook alike: tables, settings and texts, not yet understood.
 *
 * @param name name of the folder or workbook
 * @param tables the tables that are there, in their canonical order
 * @param settings {@code playbook.yaml}, also when read from a workbook; null when missing or unreadable
 * @param playbook what the settings say; empty keys when there are none. From a workbook, lines are rows of its sheet
 *     {@code playbook}
 * @param tests the texts of {@code tests}, by name
 * @param population {@code population.yaml}; null when there is none
 */
public record Sheets(
        String name,
        List<Sheet> tables,
        @Nullable Text settings,
        Yaml playbook,
        List<Text> tests,
        @Nullable Text population) {
    /** Sheets with own copies of the lists. */
    public Sheets {
        tables = List.copyOf(tables);
        tests = List.copyOf(tests);
    }

    /**
     * Reads a playbook as far as it can be read.
     *
     * @param path a folder, a zip of it ({@code .zip}), or a workbook ({@code .xlsx})
     * @param problems where everything that is wrong is put; with an error the result is incomplete
     */
    public static Sheets read(Path path, Problems problems) {
        if (!Files.isRegularFile(path)) {
            return new FolderReader(path, problems).read();
        }
        return isArchive(path) ? new ArchiveReader(path, problems).read() : new WorkbookReader(path, problems).read();
    }

    /**
     * Writes the playbook as a workbook if the path ends in {@code .xlsx}, as a zip of its folder if in {@code .zip},
     * else as a folder. What was read from one form comes out of the other and back with the same bytes; the same
     * playbook gives the same zip.
     *
     * @throws IOException if it cannot be written
     * @throws PlaybookException if a folder holds files of another playbook that would be left in it
     */
    public void write(Path path) throws IOException {
        if (path.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            new WorkbookWriter(this).write(workbook);
            Files.write(path, workbook.toByteArray());
        } else if (isArchive(path)) {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            new FolderWriter(this).zip(archive);
            Files.write(path, archive.toByteArray());
        } else {
            new FolderWriter(this).write(path);
        }
    }

    private static boolean isArchive(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** How plain columns are written: the setting {@code locale}, English where it is missing or unknown. */
    public PlainLocale locale() {
        return playbook instanceof Yaml.Keys keys
                        && keys.keys().get("locale") instanceof Yaml.Scalar locale
                        && locale.text().equals("it")
                ? PlainLocale.IT
                : PlainLocale.EN;
    }

    /** The table, if the playbook has it. */
    public Optional<Sheet> table(Table table) {
        return tables.stream().filter(sheet -> sheet.table() == table).findFirst();
    }
}
