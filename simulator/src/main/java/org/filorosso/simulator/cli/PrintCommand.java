package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.review.print.PrintedPlaybook;
import org.filorosso.simulator.review.print.PrintedPlaybook.Edition;
import org.filorosso.simulator.review.print.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a playbook in sentences. */
@Command(
        name = "print",
        description = "The whole playbook in sentences, one HTML page, as legal and compliance sign it.")
final class PrintCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "Of the sentences: en (default) or it.")
    private String language = "en";

    @Option(names = "--against", paramLabel = "<playbook>", description = "Mark what differs from this one.")
    private @Nullable Path against;

    @Option(names = "--date", paramLabel = "DATE", description = "The day of printing on the page. Default: today.")
    private LocalDate date = LocalDate.now(ZoneOffset.UTC);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write the page there instead of to standard output.")
    private @Nullable Path out;

    PrintCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!Words.LANGUAGES.contains(language)) {
            String near = Nearest.maybe(language, Words.LANGUAGES);
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--language': \"" + language + "\" has no sentences. "
                            + (near == null ? "Maybe one of " + String.join(", ", Words.LANGUAGES) + "." : near));
        }
        Edition printed = edition(playbook.path());
        Edition other = against == null ? null : edition(against);
        String page =
                PrintedPlaybook.page(printed, Words.of(language), date, other).toString();
        try (Output output = Output.of(out, root.terminal())) {
            output.print(page);
            output.done();
        }
        return ExitCode.DONE;
    }

    static Edition edition(Path path) {
        return new Edition(
                PlaybookArgument.playbook(path), PlaybookArgument.load(path).sheets());
    }
}
