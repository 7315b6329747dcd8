package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of small files for tests. */
final class Folders {
    /** The least that a playbook needs, in the form in which it is written. */
    static final Map<String, String> LEAST = Map.of(
            "playbook.yaml", "format: filorosso/v1\nname: least\n",
            "channels.csv", "channel,direction\napp,both\n",
            "actions.csv", "issue,group,action,value\nGrow,Data,more-giga,10\n",
            "treatments.csv", "id,action,channel\nT1,more-giga,app\n");

    private Folders() {}

    static Path write(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        return folder;
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder with their text. */
    static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
