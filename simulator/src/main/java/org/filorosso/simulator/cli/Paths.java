package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;

/** Paths that are not there. */
final class Paths {
    private Paths() {}

    /** What to say of a missing path: near names in its folder, else what it should be. */
    static String missing(Path path, String what, String expected) {
        String near = near(path);
        return path + ": there is no such " + what + ". " + (near == null ? "Maybe give " + expected + "." : near);
    }

    private static @Nullable String near(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
            List<String> close = Nearest.of(String.valueOf(path.getFileName()), names);
            return close.isEmpty() ? null : "Maybe \"" + String.join("\", \"", close) + "\"?";
        } catch (IOException e) {
            return null; // a folder that cannot be listed has no near names to show
        }
    }
}
