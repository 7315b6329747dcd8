package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.calibration.Calibration;
import org.filorosso.simulator.calibration.CalibrationText;
import org.filorosso.simulator.calibration.LoggedWorld;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a world to a log. */
@Command(
        name = "calibrate",
        description =
                "Fits the effects of a world to what customers answered in a decision log: logistic regression with"
                        + " standard errors, shrunk towards the stated effects where data are few. Rows that the log"
                        + " cannot tell anything of keep their effect, and the table says why.")
final class CalibrateCommand implements Callable<Integer> {
    private final Filorosso root;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private WorldLogOptions logged = new WorldLogOptions();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where the fitted world goes: the same rows, comments and notes with new effects.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Of what is said about the rows: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TABLE;

    CalibrateCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Flaws flaws = new Flaws();
        double prior = logged.prior();
        Loaded loaded = playbook.load();
        Playbook read = playbook.playbook(loaded);
        LoggedWorld log = logged.open(loaded, read, flaws);
        Calibration.Result result = Calibration.of(log, prior);
        if (result.calibration().offers() == 0) {
            throw Refusal.badInput(log.folder() + ": holds no offer of playbook \"" + read.name()
                    + "\" that was shown to a known customer. Maybe the log of another playbook, or of nobody in"
                    + " --customers.");
        }
        try (Output world = Output.of(out, root.terminal())) {
            world.print(result.world());
            world.done();
        }
        root.terminal()
                .out()
                .append(
                        switch (format) {
                            case TABLE -> CalibrationText.of(result.calibration());
                            case JSON -> ReviewJson.of(result.calibration());
                            case CSV -> CalibrationText.csv(result.calibration());
                        });
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }
}
