package org.filorosso.engine.playbook.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small, commented, valid playbook to begin with, its golden customers included. */
public final class Starter {
    private static final String FOLDER = "/org/filorosso/engine/starter/";
    private static final List<String> FILES = List.of(
            "README.md",
            "playbook.yaml",
            "attributes.csv",
            "lifecycle.csv",
            "segments.csv",
            "events.csv",
            "channels.csv",
            "actions.csv",
            "treatments.csv",
            "engagement.csv",
            "contact-policy.csv",
            "arbitration.csv",
            "propensity.csv",
            "coherence.csv",
            "journeys.csv",
            "kpis.csv",
            "tests/stories.yaml");

    private Starter() {}

    /**
     * Writes the starter playbook.
     *
     * @param folder made when it is not there; must be empty when it is
     * @throws FileAlreadyExistsException if the folder holds anything
     * @throws IOException if the folder cannot be written
     */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new FileAlreadyExistsException(folder + " is not empty");
            }
        }
        Files.createDirectory(folder.resolve("tests"));
        for (String file : FILES) {
            copy(file, folder.resolve(file));
        }
    }

    private static void copy(String file, Path to) throws IOException {
        try (InputStream content = Starter.class.getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IOException("The starter playbook lacks its file " + file);
            }
            Files.copy(content, to);
        }
    }
}
