package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.golden.CoveragePage;
import org.filorosso.engine.golden.GoldenReport;
import org.filorosso.engine.golden.GoldenRunner;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.GoldenCustomer;
import org.filorosso.engine.playbook.io.GoldenReader;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Problems;
import org.filorosso.engine.playbook.io.Sheets;
import org.filorosso.simulator.log.GoldenFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the golden customers of a playbook. */
@Command(
        name = "test",
        description =
                "Runs a playbook's golden customers and tells which rows they exercise. Exit code 3 if any fails.")
final class TestCommand implements Callable<Integer> {
    private final Filorosso root;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Option(
            names = "--coverage",
            paramLabel = "FILE.html",
            description = "Also write a page: which rows were exercised, and by whom.")
    private @Nullable Path coverage;

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description = "Exit code 3 if fewer rows are exercised, 0 to 100.")
    private @Nullable Double least;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TestCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Loaded loaded = playbook.load();
        Playbook read = playbook.playbook(loaded);
        GoldenReport report = new GoldenRunner(new Engine(read, DroolsMatcher.of(read))).run(customers(loaded, read));
        write(report, loaded.sheets());
        if (report.failed() > 0) {
            return ExitCode.REFUSED;
        }
        Double wanted = least;
        if (wanted != null && report.coverage().share().percent() < wanted) {
            throw Refusal.refused(
                    "Golden customers exercise " + report.coverage().share() + " of the rows, less than " + wanted
                            + "%. Maybe write one for the rows that nobody exercises.");
        }
        return ExitCode.DONE;
    }

    private List<GoldenCustomer> customers(Loaded loaded, Playbook read) {
        Problems problems = new Problems();
        List<GoldenCustomer> customers = GoldenReader.read(loaded.sheets().tests(), read, problems);
        if (problems.hasErrors()) {
            throw Refusal.refused(ProblemList.text(problems.errors()));
        }
        if (customers.isEmpty()) {
            throw Refusal.refused(
                    playbook.path() + ": there are no golden customers. Maybe write one in tests/stories.yaml.");
        }
        return customers;
    }

    private void write(GoldenReport report, Sheets sheets) {
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> report.toString();
                        case JSON -> GoldenFormats.json(report);
                        case CSV -> GoldenFormats.csv(report);
                    });
            out.done();
        }
        if (coverage != null) {
            try (Output page = Output.of(coverage, root.terminal())) {
                page.print(CoveragePage.html(report, sheets));
                page.done();
            }
        }
    }
}
