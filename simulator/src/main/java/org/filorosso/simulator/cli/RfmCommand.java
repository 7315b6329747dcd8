package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings.CustomerValue;
import org.filorosso.simulator.clv.Purchases;
import org.filorosso.simulator.clv.Rfm;
import org.filorosso.simulator.clv.RfmScores;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores customers by their purchases. */
@Command(
        name = "rfm",
        description =
                "Recency, frequency and monetary value per customer, scores 1 to 5 and segments: by the cut points"
                        + " and the horizon of a playbook, else by quintiles of the customers themselves.")
final class RfmCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private TransactionColumns columns = new TransactionColumns();

    @Option(
            names = "--transactions",
            required = true,
            paramLabel = "FILE",
            description = "CSV, a row a purchase; purchases of one day count as one.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path transactions;

    @Option(names = "--playbook", paramLabel = "PLAYBOOK", description = "Take value.cuts and value.horizon from it.")
    private @Nullable Path playbook;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Day to count back from; later rows are left out. Default: the last day of the file.")
    private @Nullable String at;

    @Mixin
    private OutputOptions output = new OutputOptions();

    RfmCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Flaws flaws = new Flaws();
        LocalDate until = at == null ? null : Purchases.day(at);
        if (at != null && until == null) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--at': \"" + at + "\" is no date. Maybe 2026-01-31");
        }
        CustomerValue value = value();
        Purchases purchases = Purchases.read(DataFile.of(transactions), columns.layout(), until, flaws);
        Rfm rfm = value == null ? null : new Rfm(value.cuts());
        LocalDate since = value == null
                ? null
                : value.horizon()
                        .before(purchases.last().atStartOfDay(ZoneOffset.UTC))
                        .toLocalDate();
        RfmScores scores = RfmScores.of(purchases, rfm, since);
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> scores.text();
                        case JSON -> ReviewJson.of(scores);
                        case CSV -> scores.csv();
                    });
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private @Nullable CustomerValue value() {
        if (playbook == null) {
            return null;
        }
        Playbook read = PlaybookArgument.playbook(playbook);
        CustomerValue value = read.settings().value();
        if (value == null || value.cuts().isEmpty()) {
            throw Refusal.badInput(playbook + ": has no value.cuts in playbook.yaml. Maybe without --playbook: then"
                    + " scores are quintiles.");
        }
        return value;
    }
}
