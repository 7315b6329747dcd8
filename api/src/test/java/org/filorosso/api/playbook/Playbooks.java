package org.filorosso.api.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.engine.playbook.io.Starter;
import org.springframework.util.FileSystemUtils;

/** Small playbooks of any name and content, for tests. */
final class Playbooks {
    private Playbooks() {}

    /** The starter playbook under another name, in a folder of that name. */
    static Path starter(Path where, String name) {
        try {
            Path folder = where.resolve(name);
            Starter.write(folder);
            edit(folder.resolve("playbook.yaml"), "(?m)^name:.*$", "name: " + name);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it another revision by its title. */
    static Path titled(Path folder, String title) {
        edit(folder.resolve("playbook.yaml"), "(?m)^title:.*$", "title: " + title);
        return folder;
    }

    static void edit(Path file, String pattern, String replacement) {
        try {
            String text = Files.readString(file);
            String edited = text.replaceFirst(pattern, replacement);
            if (edited.equals(text)) {
                throw new IllegalArgumentException(file + " has nothing like " + pattern);
            }
            Files.writeString(file, edited);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copy(Path folder, Path to) {
        try {
            FileSystemUtils.copyRecursively(folder, to);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
