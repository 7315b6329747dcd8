package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a playbook as a folder. */
final class FolderWriter {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    FolderWriter(Sheets sheets) {
        add(sheets.settings());
        sheets.tables().forEach(sheet -> files.put(sheet.table().file(), TableWriter.write(sheet)));
        sheets.tests().forEach(this::add);
        add(sheets.population());
    }

    private void add(@Nullable Text text) {
        if (text != null) {
            files.put(text.file(), TextWriter.write(text));
        }
    }

    /**
     * Writes all files; files of the same names are replaced, others left.
     *
     * @throws PlaybookException if the folder holds another file of a playbook, which would become part of this one
     */
    void write(Path folder) throws IOException {
        refuseLeftovers(folder);
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.write(path, file.getValue());
        }
    }

    /** Writes all files as a zip without times, so that equal content gives equal bytes. */
    void zip(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(Timeless.NEVER);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    private void refuseLeftovers(Path folder) throws IOException {
        List<String> there = new ArrayList<>(FolderReader.names());
        if (Files.isDirectory(folder.resolve(FolderReader.TESTS))) {
            try (Stream<Path> tests = Files.list(folder.resolve(FolderReader.TESTS))) {
                tests.map(test -> FolderReader.TESTS + "/" + test.getFileName())
                        .filter(test -> test.endsWith(".yaml"))
                        .forEach(there::add);
            }
        }
        there.removeIf(name -> files.containsKey(name) || !Files.exists(folder.resolve(name)));
        if (!there.isEmpty()) {
            throw new PlaybookException(
                    there.stream().map(FolderWriter::leftover).sorted().toList());
        }
    }

    private static Problem leftover(String name) {
        return Problem.error(
                        Code.LEFTOVER_FILE, name, 0, "is in the folder, but not in the playbook to be written there")
                .maybe("Maybe delete it first, or write to another folder.");
    }
}
