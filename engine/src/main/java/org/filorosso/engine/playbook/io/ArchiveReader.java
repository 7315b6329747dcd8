package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Parts.UnreadableWorkbook;

/** Reads a playbook's folder out of a zip, where it lies: nothing is unpacked to disk, so no name leads anywhere. */
final class ArchiveReader {
    private final Path archive;
    private final String name;
    private final Problems problems;

    ArchiveReader(Path archive, Problems problems) {
        this.archive = archive;
        this.name = String.valueOf(archive.getFileName());
        this.problems = problems;
    }

    Sheets read() {
        try (Parts parts = Parts.open(archive, "archive")) {
            List<String> leadingOut =
                    parts.names().stream().filter(ArchiveReader::leadsOut).toList();
            leadingOut.forEach(part -> problems.add(Problem.error(
                            Code.LINK_OUT_OF_FOLDER, name, 0, "holds the file \"" + part + "\", which leads out of it")
                    .maybe("Maybe zip the folder itself.")));
            return leadingOut.isEmpty() ? folder() : nothing();
        } catch (UnreadableWorkbook e) {
            problems.add(e.problem(name));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Problem.error(Code.UNREADABLE_FILE, name, 0, "cannot be read: " + e.getMessage()));
        }
        return nothing();
    }

    private Sheets folder() throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            return new FolderReader(top(files.getPath("/")), problems).read();
        }
    }

    /** Whoever zips a folder gets its name in front of every file. */
    private static Path top(Path root) throws IOException {
        if (Files.exists(root.resolve(FolderReader.SETTINGS))) {
            return root;
        }
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(path -> Files.exists(path.resolve(FolderReader.SETTINGS)))
                    .sorted()
                    .findFirst()
                    .orElse(root);
        }
    }

    private static boolean leadsOut(String part) {
        return part.startsWith("/")
                || part.indexOf('\\') >= 0
                || part.indexOf(':') >= 0
                || Stream.of(part.split("/", -1)).anyMatch(step -> step.equals("..") || step.equals("."));
    }

    private Sheets nothing() {
        return new Sheets(name, List.of(), null, Yaml.nothing(name), List.of(), null);
    }
}
