package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.policy.Baseline;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.CustomerCsv;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.simulation.Generated;
import org.filorosso.simulator.simulation.Scene;
import org.filorosso.simulator.simulation.Workers;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes up customers. */
@Command(
        name = "generate",
        description = "Draws customers from population.yaml, or from the rows of a customer file, and writes them as"
                + " decide reads them; with --history-days also the past that they have with us.")
final class GenerateCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Option(
            names = "--history-days",
            paramLabel = "D",
            description = "Simulate so many days before --from, and write what happened. Default: 0.")
    private int historyDays;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who decided in those days: playbook (default), or a baseline such as random.")
    private String by = "playbook";

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "How customers responded. Default: world.csv of the playbook.")
    private @Nullable Path world;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for customers.csv, history.csv and events.csv; made when it is not there.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    GenerateCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException, IOException {
        check();
        Loaded loaded = playbook.load();
        Playbook read = playbook.playbook(loaded);
        Population population = people.model(loaded, read);
        Draws draws = new Draws(root.seed());
        LocalDate start = people.start(spec).minusDays(historyDays);
        Flaws flaws = new Flaws();
        List<Person> crowd =
                people.people(new CustomerOptions(), read, new Crowd(population, read, draws), start, flaws);
        Generated generated = new Generated(new CustomerCsv(read), out);
        if (historyDays == 0) {
            generated.write(crowd);
        } else {
            World how = World.of(
                    WorldFiles.world(List.of(loaded), population, world).understood(), true);
            Scene scene = new Scene(read, population.behaviour(), how, draws, start, historyDays);
            Progress progress = Progress.of(root);
            try (Workers workers = new Workers(threads)) {
                generated.write(
                        scene, policy(read), crowd, workers, day -> progress.show((double) day / historyDays, day));
            }
            progress.clear();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private Policy policy(Playbook read) {
        return by.equals("playbook")
                ? Policy.of("playbook", read, true)
                : new Choices(spec).of("--by", by, Baseline.class).of(read);
    }

    private void check() {
        Integer size = people.population();
        if (size == null || size < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--population' says how many, at least 1. Maybe --population 1000");
        }
        if (historyDays < 0) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--history-days': " + historyDays + " is less than 0");
        }
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--threads': " + threads + " is less than 1. Maybe leave it out");
        }
    }
}
