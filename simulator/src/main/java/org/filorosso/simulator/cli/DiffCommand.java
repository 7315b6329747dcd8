package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.review.diff.DecisionComparison;
import org.filorosso.simulator.review.diff.DecisionComparison.Side;
import org.filorosso.simulator.review.diff.DecisionDiff;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;
import org.filorosso.simulator.review.diff.DiffPage;
import org.filorosso.simulator.review.diff.DiffReport;
import org.filorosso.simulator.review.diff.DiffText;
import org.filorosso.simulator.review.diff.PlaybookDiff;
import org.filorosso.simulator.review.print.PrintedPlaybook.Edition;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two playbooks. */
@Command(
        name = "diff",
        description =
                "Rows that differ; with --customers, whose decision changes, from what to what, and the funnel before"
                        + " and after. CSV is one line a cell that differs or, with customers, one line an answer that"
                        + " differs. Without --channel, customers are asked on every channel that both have.")
final class DiffCommand implements Callable<Integer> {
    private final Filorosso root;
    private long counted;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "<playbook A>", description = "Before: a folder, or a workbook (.xlsx).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path before;

    @Parameters(index = "1", paramLabel = "<playbook B>", description = "After.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path after;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private QuestionOptions questions = new QuestionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with a picture of the flows.")
    private @Nullable Path html;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    DiffCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Edition one = PrintCommand.edition(before);
        Edition other = PrintCommand.edition(after);
        PlaybookDiff rows = PlaybookDiff.of(one.sheets(), other.sheets());
        Flaws flaws = new Flaws();
        try (Output out = output.open(root.terminal())) {
            boolean csv = output.format(Format.TABLE) == Format.CSV;
            if (csv && customers.given()) {
                out.print(DiffText.customerHeader());
            }
            DecisionDiff decisions =
                    customers.given() ? decisions(one.playbook(), other.playbook(), csv ? out : null, flaws) : null;
            DiffReport report = new DiffReport(
                    DiffReport.Edition.of(one.playbook()), DiffReport.Edition.of(other.playbook()), rows, decisions);
            out.print(rendered(report));
            out.done();
            page(report);
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private String rendered(DiffReport report) {
        return switch (output.format(Format.TABLE)) {
            case TABLE -> DiffText.of(report);
            case JSON -> ReviewJson.of(report);
            case CSV -> report.decisions() == null ? DiffText.rowsCsv(report.rows()) : "";
        };
    }

    private void page(DiffReport report) {
        if (html != null) {
            try (Output out = Output.of(html, root.terminal())) {
                out.print(DiffPage.of(report).toString());
                out.done();
            }
        }
    }

    /** @param lines where each answer that differs is written at once, or null */
    private DecisionDiff decisions(Playbook one, Playbook other, @Nullable Output lines, Flaws flaws)
            throws FlawException {
        CustomerInputs inputs = customers.inputs();
        List<Question> asked = questions.questions(one, Explain.SUMMARY);
        List<Question> again = questions.questions(other, Explain.SUMMARY);
        asked = asked.stream().filter(question -> there(question, again)).toList();
        List<Question> same = same(asked, again);
        Progress progress = Progress.of(root);
        DataFile file = DataFile.of(inputs.customers());
        try (CustomerFile as = open(one, other, inputs, file);
                CustomerFile bs = open(other, one, inputs, DataFile.of(inputs.customers()))) {
            Side left = side(one, inputs, asked, flaws);
            Side right = side(other, inputs, same, new Flaws());
            DecisionDiff diff = new DecisionComparison(left, right, threads)
                    .run(
                            as,
                            bs,
                            change -> {
                                write(change, lines);
                                progress.show(file.fraction(), ++counted);
                            },
                            flaws);
            progress.clear();
            return diff;
        }
    }

    private static void write(CustomerChange change, @Nullable Output lines) {
        if (lines != null && change.any()) {
            lines.print(DiffText.customerCsv(change));
        }
    }

    private static boolean there(Question question, List<Question> others) {
        return others.stream().anyMatch(other -> other.where().equals(question.where()));
    }

    /** The same questions in terms of the other playbook, at the same time. */
    private List<Question> same(List<Question> asked, List<Question> others) {
        if (asked.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The two playbooks have no channel in common");
        }
        return asked.stream()
                .map(question -> {
                    Question other = others.stream()
                            .filter(one -> one.where().equals(question.where()))
                            .findFirst()
                            .orElseThrow();
                    ZonedDateTime at =
                            question.at().withZoneSameInstant(other.at().getZone());
                    return other.at(at);
                })
                .toList();
    }

    private static Side side(Playbook playbook, CustomerInputs inputs, List<Question> asked, Flaws flaws)
            throws FlawException {
        return new Side(
                new Engine(playbook, DroolsMatcher.of(playbook)),
                inputs.base(playbook, asked.get(0).at(), flaws, count -> {}),
                asked);
    }

    /** A column that only the other playbook knows is passed over: one that neither knows is not. */
    private static CustomerFile open(Playbook playbook, Playbook other, CustomerInputs inputs, DataFile file)
            throws FlawException {
        try {
            return CustomerFile.open(playbook, inputs.options(), file);
        } catch (FlawException e) {
            CustomerFile.open(other, inputs.options(), DataFile.of(inputs.customers()))
                    .close();
            return CustomerFile.open(
                    playbook, new CustomerFile.Options(inputs.options().id(), true), file);
        }
    }
}
