package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.Text;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.simulation.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who the simulated customers are, and when their story begins. */
final class PeopleOptions {
    private static final int AT_ONCE = 1_000;

    @Option(
            names = {"-n", "--population"},
            paramLabel = "N",
            description = "How many customers are drawn from population.yaml.")
    private @Nullable Integer population;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Who they are and what they do. Default: population.yaml of the first playbook.")
    private @Nullable Path model;

    @Option(
            names = "--resample",
            paramLabel = "FILE",
            description =
                    "Draw the --population from the rows of this customer file, each with its own values together.")
    private @Nullable Path resample;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day. Default: 2026-03-02.")
    private String from = "2026-03-02";

    private String modelHash = "";

    @Nullable
    Integer population() {
        return population;
    }

    /** Who the customers are, as the playbook's population.yaml says, or the one named. */
    Population model(Loaded loaded, Playbook playbook) {
        Text text = WorldFiles.model(loaded, model);
        modelHash = Manifest.hash(text.text());
        return WorldFiles.population(text, playbook);
    }

    /** Of the population that was read. */
    String modelHash() {
        return modelHash;
    }

    /** The first day. */
    LocalDate start(CommandSpec spec) {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--from': \"" + from + "\" is no date. Maybe 2026-03-02");
        }
    }

    /** The customers of the file if one is given, else as many as asked. */
    List<Person> people(CustomerOptions customers, Playbook playbook, Crowd crowd, LocalDate start, Flaws flaws)
            throws FlawException {
        List<Person> people = new ArrayList<>();
        if (customers.given()) {
            CustomerInputs inputs = customers.inputs();
            KnownCustomers base =
                    inputs.base(playbook, start.atStartOfDay(playbook.settings().zone()), flaws, count -> {});
            each(playbook, inputs.options(), inputs.customers(), flaws, row -> {
                people.add(crowd.known(base.complete(row.subject())));
            });
            return people;
        }
        int size = population == null ? 0 : population;
        List<CustomerFile.Row> rows = new ArrayList<>();
        Path like = resample;
        if (like != null) {
            each(playbook, new CustomerFile.Options(null, true), like, flaws, rows::add);
        }
        for (int i = 0; i < size; i++) {
            people.add(
                    rows.isEmpty()
                            ? crowd.generated(i)
                            : crowd.resampled(
                                    i, rows.get(crowd.pick(i, rows.size())).subject()));
        }
        return people;
    }

    private interface Each {
        void row(CustomerFile.Row row) throws FlawException;
    }

    private static void each(Playbook playbook, CustomerFile.Options options, Path file, Flaws flaws, Each each)
            throws FlawException {
        try (CustomerFile rows = CustomerFile.open(playbook, options, DataFile.of(file))) {
            for (List<CustomerFile.Row> some = rows.next(AT_ONCE); !some.isEmpty(); some = rows.next(AT_ONCE)) {
                for (CustomerFile.Row row : some) {
                    try {
                        each.row(row);
                    } catch (FlawException e) {
                        flaws.skip(e);
                    }
                }
            }
        }
    }
}
