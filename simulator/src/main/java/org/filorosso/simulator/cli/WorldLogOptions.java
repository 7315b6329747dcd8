package org.filorosso.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.WorldReader;
import org.filorosso.simulator.calibration.LoggedWorld;
import org.filorosso.simulator.calibration.Model;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.log.LogTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A decision log and the world that is to explain it. */
final class WorldLogOptions {
    private static final int AT_ONCE = 1_000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--log",
            required = true,
            paramLabel = "DIR",
            description = "A folder with decisions.csv, responses.csv, and events.csv if there is.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path log;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "The rows, with the effects that are believed so far. Default: world.csv of the playbook.")
    private @Nullable Path world;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A population.yaml that says which traits are hidden. Default: that of the playbook, if any.")
    private @Nullable Path population;

    @Option(
            names = "--prior",
            paramLabel = "X",
            description = "How far the stated effects may be off, as a standard deviation in log-odds."
                    + " Default: ${DEFAULT-VALUE}.")
    private double prior = 2;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    /** In log-odds, above 0. */
    double prior() {
        if (!(prior > 0 && Double.isFinite(prior))) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--prior': " + prior + " is not above 0. Maybe leave it out");
        }
        return prior;
    }

    /** The world that is asked for: its rows in a file, or those of the playbook. */
    KeptWorld kept(Loaded loaded, Path playbook) {
        return new KeptWorld(WorldFiles.place(playbook, world), WorldFiles.hash(WorldFiles.rows(loaded, world)));
    }

    /**
     * A world and where it stands.
     *
     * @param hash SHA-256 of its rows
     */
    record KeptWorld(Path place, String hash) {}

    /** @param flaws receives the rows of customers that are skipped */
    LoggedWorld open(Loaded loaded, Playbook playbook, Flaws flaws) throws FlawException {
        if (!Files.isRegularFile(log.resolve(LogTable.DECISIONS.file("csv")))) {
            throw Refusal.badInput(
                    log + ": holds no decisions.csv. Maybe a folder that simulate has written under log/,"
                            + " or the answers of GET /v1/logs saved under their names.");
        }
        if (!Files.isRegularFile(log.resolve(LogTable.RESPONSES.file("csv")))) {
            throw Refusal.badInput(log + ": holds no responses.csv, so nobody knows what customers answered."
                    + " Maybe save the answer of GET /v1/logs/responses there.");
        }
        List<WorldReader.Trait> hidden = WorldFiles.hidden(loaded, playbook, population);
        Sheet rows = WorldFiles.rows(loaded, world);
        Model model = Model.of(
                rows,
                sheet -> WorldFiles.understood(List.of(loaded), hidden, sheet, sheet.file()),
                hidden,
                customers.given());
        return new LoggedWorld(model, log, playbook.name(), customers(playbook, flaws));
    }

    private Function<String, @Nullable Subject> customers(Playbook playbook, Flaws flaws) throws FlawException {
        if (!customers.given()) {
            return Subject::unknown;
        }
        CustomerInputs inputs = customers.inputs();
        KnownCustomers base =
                inputs.base(playbook, Instant.EPOCH.atZone(playbook.settings().zone()), flaws, count -> {});
        Map<String, Subject> known = new HashMap<>();
        try (CustomerFile file = CustomerFile.open(playbook, inputs.options(), DataFile.of(inputs.customers()))) {
            for (List<CustomerFile.Row> rows = file.next(AT_ONCE); !rows.isEmpty(); rows = file.next(AT_ONCE)) {
                for (CustomerFile.Row row : rows) {
                    try {
                        Subject subject = base.complete(row.subject());
                        known.put(subject.id(), subject);
                    } catch (FlawException e) {
                        flaws.skip(e);
                    }
                }
            }
        }
        return known::get;
    }
}
