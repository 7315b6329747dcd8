package org.filorosso.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.calibration.KeptBacktest;
import org.filorosso.simulator.chance.Draws;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.fleet.Crew;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.Shipment;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.policy.Baseline;
import org.filorosso.simulator.policy.Policy;
import org.filorosso.simulator.population.Crowd;
import org.filorosso.simulator.population.CustomerCsv;
import org.filorosso.simulator.population.Person;
import org.filorosso.simulator.population.Population;
import org.filorosso.simulator.report.ReportFiles;
import org.filorosso.simulator.report.Study;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.simulation.ArmsApart;
import org.filorosso.simulator.simulation.Manifest;
import org.filorosso.simulator.simulation.Results;
import org.filorosso.simulator.simulation.Rule;
import org.filorosso.simulator.simulation.Scene;
import org.filorosso.simulator.simulation.Simulation;
import org.filorosso.simulator.simulation.Workers;
import org.filorosso.simulator.world.World;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries playbooks and baselines on the same customers. */
@Command(
        name = "simulate",
        description =
                "Runs each playbook and the standing baselines on the same customers, day by day, with the engine of"
                        + " production and common random numbers, and says which claims more, and what customers really"
                        + " paid.")
final class SimulateCommand implements Callable<Integer>, Shared {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "<playbook>",
            description = "Folders or workbooks. The first is the control; its world and population count.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> playbooks;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private PeopleOptions people = new PeopleOptions();

    @Option(names = "--days", required = true, paramLabel = "D", description = "How long, in days.")
    private int days;

    @Option(
            names = "--world",
            paramLabel = "FILE",
            description = "How customers respond. Default: world.csv of the first playbook.")
    private @Nullable Path world;

    @Option(
            names = "--worlds",
            split = ",",
            paramLabel = "FILE",
            description = "Several worlds: all are run, and without their built-in effects too.")
    private List<Path> worlds = new ArrayList<>();

    @Option(
            names = "--baselines",
            split = ",",
            paramLabel = "NAME",
            description = "random, propensity-only, value-only, no-levers, eligibility-only, no-contact, oracle; all"
                    + " (default) or none.")
    private List<String> baselines = List.of("all");

    @Option(
            names = "--as-live",
            description = "Keep the playbooks' own holdout and arms. Default: the champion decides for everybody, since"
                    + " the simulation is the experiment.")
    private boolean asLive;

    @Mixin
    private VerdictOptions verdicts = new VerdictOptions();

    @Option(
            names = "--bias",
            split = ",",
            paramLabel = "ATTRIBUTE",
            description = "Attributes of customers by which the report tells how often each action is offered.")
    private List<String> bias = new ArrayList<>();

    @Option(names = "--no-log", description = "Write no decision logs.")
    private boolean unlogged;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for the results. One that holds an unfinished run of the same is gone on with.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json.")
    private Format format = Format.TABLE;

    SimulateCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException, IOException {
        check();
        Flaws flaws = new Flaws();
        Setting setting = setting(flaws);
        List<Trial> trials = trials(setting);
        List<Manifest> manifests = new ArrayList<>();
        for (Trial trial : trials) {
            Manifest manifest = manifest(setting, trial);
            claim(manifest, trial.folder());
            manifests.add(manifest);
        }
        run(setting, trials);
        SimulationReport report = new SimulationReport();
        List<Study> studies = new ArrayList<>();
        List<Policy> policies = setting.policies();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            Results results = Results.of(trial.folder(), question(setting));
            report.add(trial.name(), results);
            String shown = worlds.isEmpty() ? "" : trial.name();
            studies.add(new Study(shown, trial.folder(), manifests.get(i), policies, results, trial.held()));
        }
        for (Study study : studies) {
            ReportFiles.write(study, report.holdSentences());
        }
        Files.writeString(out.resolve("results.json"), ReviewJson.of(report.json()));
        root.terminal().out().append(format == Format.JSON ? ReviewJson.of(report.json()) : report.text());
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void marked(Playbook control) {
        List<String> known = control.tables().attributes().stream()
                .filter(one -> one.source() == Attribute.Source.CUSTOMER)
                .map(Attribute::name)
                .toList();
        for (String name : bias) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Option '--bias': \"" + name + "\" is no attribute of customers. " + Choices.near(name, known));
            }
        }
    }

    /** What all worlds share. */
    private record Setting(
            List<Loaded> loaded,
            Playbook control,
            Population population,
            Draws draws,
            List<Person> crowd,
            List<Policy> policies) {

        Loaded first() {
            return loaded.get(0);
        }
    }

    /**
     * One world in which all arms are run.
     *
     * @param hash of its rows
     * @param held how it held against a real log, or null
     */
    private record Trial(
            String name,
            Path folder,
            Scene scene,
            boolean builtIn,
            String hash,
            @Nullable String held) {}

    private Setting setting(Flaws flaws) throws FlawException {
        Map<String, Loaded> loaded = loaded();
        Loaded first = loaded.values().iterator().next();
        Playbook control = PlaybookArgument.playbook(playbooks.get(0), first);
        marked(control);
        Population population = people.model(first, control);
        Draws draws = new Draws(root.seed());
        List<Person> crowd =
                people.people(customers, control, new Crowd(population, control, draws), people.start(spec), flaws);
        return new Setting(List.copyOf(loaded.values()), control, population, draws, crowd, policies(loaded, control));
    }

    private List<Trial> trials(Setting setting) throws FlawException {
        List<Trial> trials = new ArrayList<>();
        for (Path file : worlds.isEmpty() ? Collections.singletonList(world) : worlds) {
            WorldFiles.Read read = WorldFiles.world(setting.loaded(), setting.population(), file);
            for (boolean builtIn : worlds.isEmpty() ? new boolean[] {true} : new boolean[] {true, false}) {
                String name = SimulationReport.name(file, builtIn);
                Scene scene = new Scene(
                        setting.control(),
                        setting.population().behaviour(),
                        World.of(read.understood(), builtIn),
                        setting.draws(),
                        people.start(spec),
                        days);
                Path folder = worlds.isEmpty() ? out : out.resolve(name.replace(' ', '-'));
                String held = builtIn
                        ? KeptBacktest.figure(
                                KeptBacktest.beside(WorldFiles.place(playbooks.get(0), file)), read.hash())
                        : null;
                trials.add(new Trial(name, folder, scene, builtIn, read.hash(), held));
            }
        }
        return trials;
    }

    private void run(Setting setting, List<Trial> trials) throws IOException {
        Fleet fleet = root.fleet();
        if (fleet != null) {
            Shipment shipment =
                    new Shipping(spec).option("--threads", fleet.threads()).shipment();
            try (Crew crew = fleet.crew(shipment)) {
                far(crew, setting.policies(), trials);
            }
            return;
        }
        try (Workers workers = new Workers(threads)) {
            for (Trial trial : trials) {
                run(
                        new Simulation(trial.scene(), setting.crowd(), trial.folder(), !unlogged).marking(bias),
                        setting.policies(),
                        workers);
                // what a fleet has left whose driver was killed
                new ArmsApart(trial.folder()).clear();
            }
        }
    }

    /** All arms of all worlds at once, on other machines. */
    private void far(Crew crew, List<Policy> policies, List<Trial> trials) throws IOException {
        List<FarArms> worlds = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            worlds.add(FarArms.send(crew, i, trials.get(i).folder(), policies));
        }
        Progress progress = Progress.of(root);
        int done = 0;
        for (FarArms world : worlds) {
            world.adopt();
            done++;
            progress.show((double) done / worlds.size(), done);
        }
        progress.clear();
    }

    @Override
    public Station station() throws FlawException {
        Setting setting = setting(new Flaws());
        List<ArmsApart.Ground> grounds = trials(setting).stream()
                .map(trial -> new ArmsApart.Ground(trial.scene(), setting.crowd(), bias, !unlogged, threads))
                .toList();
        return FarArms.station(grounds, setting.policies());
    }

    private static void claim(Manifest manifest, Path folder) throws IOException {
        if (!manifest.claim(folder)) {
            throw Refusal.badInput(folder + ": holds the results of another simulation. Maybe another folder for this"
                    + " one, or delete that.");
        }
    }

    private Manifest manifest(Setting setting, Trial trial) {
        List<Policy> policies = setting.policies();
        List<Manifest.Tried> tried = policies.stream()
                .limit(playbooks.size())
                .map(policy -> new Manifest.Tried(
                        policy.name(),
                        policy.playbook().name(),
                        policy.playbook().shortRevision()))
                .toList();
        return new Manifest(
                command(),
                root.seed(),
                people.start(spec).toString(),
                days,
                tried,
                policies.stream().map(Policy::name).toList(),
                asLive,
                trial.builtIn(),
                !unlogged,
                setting.crowd().size(),
                Manifest.hash(setting.crowd(), new CustomerCsv(setting.control())),
                trial.hash(),
                people.modelHash());
    }

    /** What was typed, without what changes no result. */
    private List<String> command() {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String option = typed.get(i).split("=", 2)[0];
            if (option.equals("--threads")
                    || option.equals("--out")
                    || option.equals("-o")
                    || option.equals("--format")) {
                i += typed.get(i).contains("=") ? 0 : 1;
            } else {
                kept.add(typed.get(i));
            }
        }
        return kept;
    }

    private void run(Simulation simulation, List<Policy> policies, Workers workers) throws IOException {
        Progress progress = Progress.of(root);
        simulation.run(policies, workers, new Simulation.Progress() {
            @Override
            public void tell(String arm, double done) {
                progress.show(done, Math.round(done * days * policies.size()));
            }

            @Override
            public void anew(String arm, String why) {
                progress.clear();
                root.terminal().err().println("The arm " + arm + " begins anew: it was interrupted, and " + why + ".");
            }
        });
        progress.clear();
    }

    private Results.Question question(Setting setting) {
        List<String> arms = setting.policies().stream().map(Policy::name).toList();
        List<Kpi> kpis = setting.control().tables().kpis();
        Rule rule = verdicts.rule(kpis, playbooks.size() - 1);
        return new Results.Question(arms, arms.get(0), days, kpis, rule, WorldFiles.owners(setting.first()));
    }

    private void check() {
        verdicts.rule(List.of(), 1);
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "Option '--days': " + days + " is less than 1");
        }
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--threads': " + threads + " is less than 1. Maybe leave it out");
        }
        if (customers.given() == (people.population() != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Either '--customers=FILE' or '--population=N' says who the customers are");
        }
        if (world != null && !worlds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Either '--world' or '--worlds', not both");
        }
    }

    /** The playbooks by the names of their arms: those of the folders, numbered where they are the same. */
    private Map<String, Loaded> loaded() {
        Map<String, Loaded> loaded = new LinkedHashMap<>();
        for (Path path : playbooks) {
            Path file = path.toAbsolutePath().normalize().getFileName();
            String plain = String.valueOf(file).replaceFirst("\\.(xlsx|zip)$", "");
            String name = plain;
            for (int i = 2; loaded.containsKey(name); i++) {
                name = plain + "-" + i;
            }
            loaded.put(name, PlaybookArgument.load(path));
        }
        return loaded;
    }

    private List<Policy> policies(Map<String, Loaded> loaded, Playbook control) {
        List<Policy> policies = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Loaded> one : loaded.entrySet()) {
            policies.add(
                    Policy.of(one.getKey(), PlaybookArgument.playbook(playbooks.get(i++), one.getValue()), asLive));
        }
        for (Baseline baseline : baselines()) {
            policies.add(baseline.of(control));
        }
        return policies;
    }

    private List<Baseline> baselines() {
        if (baselines.equals(List.of("none"))) {
            return List.of();
        }
        List<String> valid =
                Arrays.stream(Baseline.values()).map(Baseline::words).toList();
        List<String> asked = baselines.equals(List.of("all")) ? valid : baselines;
        List<Baseline> found = new ArrayList<>();
        for (String name : asked) {
            if (!valid.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Option '--baselines': \"" + name + "\" is no baseline. " + Choices.near(name, valid));
            }
            found.add(Baseline.values()[valid.indexOf(name)]);
        }
        return found;
    }
}
