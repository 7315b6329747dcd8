package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.calibration.Backtest;
import org.filorosso.simulator.calibration.BacktestText;
import org.filorosso.simulator.calibration.Backtesting;
import org.filorosso.simulator.calibration.KeptBacktest;
import org.filorosso.simulator.calibration.LoggedWorld;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Predicts the last part of a log. */
@Command(
        name = "backtest",
        description = "Fits a world to a decision log but for its last part, predicts that part, and reports predicted"
                + " against real acceptances, contacts and opt-outs per action and channel.")
final class BacktestCommand implements Callable<Integer> {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");
    private static final double PERCENT = 100;

    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private WorldLogOptions logged = new WorldLogOptions();

    @Option(
            names = "--last",
            paramLabel = "SHARE",
            description = "Share of the contacts that is held back, the latest ones. Default: ${DEFAULT-VALUE}.")
    private String last = "20%";

    @Option(names = "--as-it-is", description = "Take the world as it is instead of fitting it to the part before.")
    private boolean asItIs;

    @Option(
            names = "--keep",
            description =
                    "Keep the figure beside the world, as world.backtest.json beside world.csv: simulate shows it at"
                            + " the head of every report of that world.")
    private boolean keep;

    @Mixin
    private OutputOptions output = new OutputOptions();

    BacktestCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Flaws flaws = new Flaws();
        double share = share();
        double prior = logged.prior();
        Loaded loaded = playbook.load();
        Playbook read = playbook.playbook(loaded);
        LoggedWorld log = logged.open(loaded, read, flaws);
        Backtest backtest = Backtesting.of(log, share, asItIs ? null : (Double) prior);
        if (backtest == null) {
            throw Refusal.badInput(log.folder() + ": cannot be parted: it holds no contacts of playbook \""
                    + read.name() + "\", or all at one time. Maybe the log of another playbook.");
        }
        keep(loaded, backtest);
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> BacktestText.of(backtest);
                        case JSON -> ReviewJson.of(backtest);
                        case CSV -> BacktestText.csv(backtest);
                    });
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void keep(Loaded loaded, Backtest backtest) {
        if (!keep) {
            return;
        }
        WorldLogOptions.KeptWorld world = logged.kept(loaded, playbook.path());
        Path file = KeptBacktest.beside(world.place());
        try {
            KeptBacktest.of(world.hash(), backtest).write(file);
        } catch (IOException e) {
            throw Refusal.badInput(file
                    + ": cannot be written. Maybe copy the world to a folder of your own and name it with --world.");
        }
    }

    private double share() {
        Matcher matcher = SHARE.matcher(last);
        double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / PERCENT : 0;
        if (!(share > 0 && share < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--last': \"" + last + "\" is no share above 0% and below 100%. Maybe 20%");
        }
        return share;
    }
}
