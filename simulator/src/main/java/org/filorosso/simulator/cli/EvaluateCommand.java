package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.ope.Evaluation;
import org.filorosso.simulator.ope.EvaluationText;
import org.filorosso.simulator.ope.FeedbackFile;
import org.filorosso.simulator.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Evaluates a policy on the decisions of another. */
@Command(
        name = "evaluate",
        description = "What a new policy would have earned, from logged decisions with their probabilities: IPS,"
                + " SNIPS, and with a reward model's values DM, DR, SNDR and SWITCH-DR. Exit code 3 where the log cannot"
                + " tell: poor overlap (effective sample under 1%% of the decisions, or a mean weight off 1 by more than"
                + " 10%%) or a log without chance.")
final class EvaluateCommand implements Callable<Integer> {
    private final Filorosso root;
    private long counted;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "CSV, one row a decision.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--reward", required = true, paramLabel = "COL", description = "What the decision earned.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String reward;

    @Option(
            names = "--pscore",
            required = true,
            paramLabel = "COL",
            description = "Probability with which the log chose its action.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String pscore;

    @Option(
            names = "--pi",
            required = true,
            paramLabel = "COL",
            description = "Probability with which the new policy chooses the same action.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String pi;

    @Option(names = "--q", paramLabel = "COL", description = "A reward model's value of the logged action.")
    private @Nullable String q;

    @Option(names = "--qpi", paramLabel = "COL", description = "The model's value of the new policy's choices.")
    private @Nullable String qpi;

    @Option(names = "--cluster", paramLabel = "COL", description = "What is independent, such as the subject.")
    private @Nullable String cluster;

    @Option(
            names = "--switch-threshold",
            paramLabel = "X",
            description = "The largest weight that SWITCH-DR trusts. Default: ${DEFAULT-VALUE}.")
    private double threshold = 10;

    @Option(names = "--alpha", paramLabel = "SHARE", description = "Share of errors. Default: ${DEFAULT-VALUE}.")
    private double alpha = 0.05;

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluateCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        check();
        Flaws flaws = new Flaws();
        Progress progress = Progress.of(root);
        DataFile file = DataFile.of(data);
        Evaluation evaluation;
        try (Output out = output.open(root.terminal())) {
            evaluation = new FeedbackFile(reward, pscore, pi, q, qpi, cluster)
                    .evaluate(file, threshold, alpha, flaws, () -> progress.show(file.fraction(), ++counted));
            progress.clear();
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> EvaluationText.of(evaluation);
                        case JSON -> ReviewJson.of(evaluation);
                        case CSV -> EvaluationText.csv(evaluation);
                    });
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        if (flaws.rows() > 0) {
            return ExitCode.BAD_INPUT;
        }
        return evaluation.verdict().equals(Evaluation.OK) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void check() {
        if (!(alpha > 0 && alpha < 1)) {
            throw wrong("Option '--alpha': " + alpha + " is not between 0 and 1");
        }
        if (!(threshold > 0)) {
            throw wrong("Option '--switch-threshold': " + threshold + " is not above 0");
        }
        if ((q == null) != (qpi == null)) {
            throw wrong("Options '--q' and '--qpi' belong together: give both or none");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
