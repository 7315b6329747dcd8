package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookException;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.drl.DrlText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a folder into a workbook and back. */
@Command(
        name = "convert",
        description =
                "Writes a playbook as a folder or a workbook, without loss; as .drl its rules can be reviewed, but not read back.")
final class ConvertCommand implements Callable<Integer> {
    private final Filorosso root;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Option(names = "--to", required = true, paramLabel = "DIR|FILE.xlsx|FILE.drl", description = "What to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path to;

    ConvertCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Loaded loaded = playbook.load();
        var read = playbook.playbook(loaded);
        if (to.toString().toLowerCase(Locale.ROOT).endsWith(".drl")) {
            try (Output out = Output.of(to, root.terminal())) {
                out.print(new DrlText(read).toString());
                out.done();
            }
        } else {
            write(loaded);
            checkSame(read.revision());
        }
        if (!root.quiet()) {
            root.terminal().err().println("Written: " + to + ", revision " + read.shortRevision());
        }
        return ExitCode.DONE;
    }

    private void write(Loaded loaded) {
        try {
            Path parent = to.toAbsolutePath().getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                throw Refusal.badInput(Paths.missing(parent, "folder", "a folder that exists"));
            }
            loaded.sheets().write(to);
        } catch (PlaybookException e) {
            throw Refusal.badInput(ProblemList.text(e.problems()));
        } catch (IOException e) {
            throw Refusal.badInput(to + ": cannot be written: " + e.getMessage());
        }
    }

    /** What was written must be read back as the same: anything else is a fault of ours that nobody should find later. */
    private void checkSame(String revision) {
        var again = PlaybookReader.read(to, PlaybookArgument.today()).playbook();
        if (again == null || !again.revision().equals(revision)) {
            throw new IllegalStateException(to + " does not read back as the same playbook");
        }
    }
}
