package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.io.Starter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a playbook to begin with. */
@Command(
        name = "init",
        description = "Writes a small, commented, valid playbook with its golden customers into a new folder.")
final class InitCommand implements Callable<Integer> {
    private final Filorosso root;

    @Parameters(index = "0", paramLabel = "DIR", description = "A folder that does not exist yet, or is empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    InitCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try {
            Starter.write(folder);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.badInput(folder + ": is not an empty folder. Maybe give the name of a new one.");
        } catch (IOException e) {
            throw Refusal.badInput(folder + ": cannot be written: " + e.getMessage() + ". Maybe another folder.");
        }
        if (!root.quiet()) {
            root.terminal().err().println("Written: " + folder + ". Next: filorosso test " + folder);
        }
        return ExitCode.DONE;
    }
}
