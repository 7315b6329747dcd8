package org.filorosso.simulator.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Problem;
import org.filorosso.simulator.log.ProblemFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says everything that is wrong or doubtful in a playbook. */
@Command(
        name = "validate",
        description = "Checks a playbook: all errors and warnings at once. Exit code 3 if there are errors.")
final class ValidateCommand implements Callable<Integer> {
    private final Filorosso root;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ValidateCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Loaded loaded = playbook.load();
        readStories(loaded);
        List<Problem> problems = loaded.problems().all();
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> table(loaded, problems);
                        case JSON -> ProblemFormats.json(loaded);
                        case CSV -> ProblemFormats.csv(problems);
                    });
            out.done();
        }
        return loaded.problems().hasErrors() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    /** Golden customers belong to the playbook; here they are read, not run. */
    private static void readStories(Loaded loaded) {
        var read = loaded.playbook();
        if (read != null) {
            GoldenReader.read(loaded.sheets().tests(), read, loaded.problems());
        }
    }

    private static String table(Loaded loaded, List<Problem> problems) {
        String counts = ProblemList.count(loaded.problems().errors().size(), "error") + ", "
                + ProblemList.count(loaded.problems().warnings().size(), "warning");
        var playbook = loaded.playbook();
        String verdict = playbook == null || loaded.problems().hasErrors()
                ? loaded.sheets().name() + ": refused, " + counts
                : playbook.name() + ": valid, " + counts + ", revision " + playbook.shortRevision();
        return (problems.isEmpty() ? "" : ProblemList.text(problems) + "\n\n") + verdict + "\n";
    }
}
