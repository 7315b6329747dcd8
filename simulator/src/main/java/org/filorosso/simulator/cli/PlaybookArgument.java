package org.filorosso.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problem;
import picocli.CommandLine.Parameters;

/** The playbook that a command works on. */
final class PlaybookArgument {

    @Parameters(index = "0", paramLabel = "<playbook>", description = "A folder, or a workbook (.xlsx).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path path;

    /** Everything that was found in it, errors included. */
    Loaded load() {
        return load(path);
    }

    /**
     * Everything that was found in a playbook, errors included.
     *
     * @throws Refusal if there is nothing at the path
     */
    static Loaded load(Path path) {
        if (!Files.exists(path)) {
            throw Refusal.badInput(Paths.missing(path, "playbook", "a folder with playbook.yaml, or an .xlsx"));
        }
        return PlaybookReader.read(path, today());
    }

    /** The day for which warnings are given. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * The playbook.
     *
     * @throws Refusal if it has errors; the message lists them
     */
    Playbook playbook() {
        return playbook(path);
    }

    static Playbook playbook(Path path) {
        return playbook(path, load(path));
    }

    /** The playbook of what was loaded. */
    Playbook playbook(Loaded loaded) {
        return playbook(path, loaded);
    }

    static Playbook playbook(Path path, Loaded loaded) {
        Playbook playbook = loaded.playbook();
        if (playbook == null) {
            List<Problem> errors = loaded.problems().errors();
            throw Refusal.refused(
                    ProblemList.text(errors) + "\n" + path + ": refused, " + ProblemList.count(errors.size(), "error"));
        }
        return playbook;
    }

    Path path() {
        return path;
    }
}
