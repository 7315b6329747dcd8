package org.filorosso.simulator.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.attribution.Attribution;
import org.filorosso.simulator.attribution.ByPosition;
import org.filorosso.simulator.attribution.ContactPath;
import org.filorosso.simulator.attribution.Credits;
import org.filorosso.simulator.attribution.LogPaths;
import org.filorosso.simulator.attribution.MarkovChain;
import org.filorosso.simulator.attribution.Shapley;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.log.LogTable;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.stats.data.Columns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Credits conversions to channels and actions. */
@Command(
        name = "attribute",
        description = "Credits conversions to the contacts before them: by the contact's place, by the exact Markov"
                + " chain of the paths, or by Shapley's value. From a decision log, per channel and action, or from a"
                + " file of paths.")
final class AttributeCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PathOptions paths = new PathOptions();

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "A folder with decisions.csv and responses.csv. Either this or --paths.")
    private @Nullable Path log;

    @Option(
            names = "--playbook",
            paramLabel = "PLAYBOOK",
            description = "With --log: only its decisions count, and its channels tell what a contact costs.")
    private @Nullable Path playbook;

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description = "With --log: a longer pause between two contacts ends a path without conversion."
                    + " Default: ${DEFAULT-VALUE}.")
    private int window = 30;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "first, last, linear, time-decay (halves in 7 days), position (40/20/40), markov (removal"
                    + " effect), shapley (exact to 12 channels, sampled with --seed beyond).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String model;

    @Option(
            names = "--order",
            paramLabel = "N",
            description = "Contacts that the Markov chain remembers, 1 to 4. Default: ${DEFAULT-VALUE}.")
    private int order = 1;

    @Option(names = "--costs", paramLabel = "FILE", description = "CSV of channel, cost: tells ROI.")
    private @Nullable Path costs;

    @Option(names = "--action-costs", paramLabel = "FILE", description = "With --log: CSV of action, cost.")
    private @Nullable Path actionCosts;

    @Mixin
    private OutputOptions output = new OutputOptions();

    AttributeCommand(Filorosso root) {
        this.root = root;
    }

    /** The models by name. */
    private enum Model {
        FIRST,
        LAST,
        LINEAR,
        TIME_DECAY,
        POSITION,
        MARKOV,
        SHAPLEY
    }

    @Override
    public Integer call() throws FlawException {
        Model chosen = new Choices(spec).of("--model", model, Model.class);
        check();
        Flaws flaws = new Flaws();
        Credits credits = log == null ? ofPaths(chosen, flaws) : ofLog(chosen, log, flaws);
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case TABLE -> credits.text();
                        case JSON -> ReviewJson.of(credits);
                        case CSV -> credits.csv();
                    });
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void check() {
        if (order < 1 || order > MarkovChain.HIGHEST_ORDER) {
            throw wrong("Option '--order': " + order + " is not between 1 and " + MarkovChain.HIGHEST_ORDER);
        }
        if (window < 1) {
            throw wrong("Option '--window': " + window + " is less than 1 day. Maybe 30");
        }
        if ((log == null) == (paths.file() == null)) {
            throw wrong("Either '--log=DIR' or '--paths=FILE' is needed");
        }
        if (log != null && paths.named()) {
            throw wrong("Columns are named with '--paths' only: a log has its own");
        }
        if (log == null && (playbook != null || actionCosts != null)) {
            throw wrong("Options '--playbook' and '--action-costs' need '--log': paths tell channels only");
        }
    }

    private Credits ofPaths(Model chosen, Flaws flaws) throws FlawException {
        Path file = java.util.Objects.requireNonNull(paths.file());
        List<ContactPath> read = paths.columns(spec).read(DataFile.of(file), flaws);
        return new Credits(name(), lines(chosen, read, costs(read, costs, "channel", Map.of(), flaws)), null);
    }

    private Credits ofLog(Model chosen, Path folder, Flaws flaws) throws FlawException {
        if (!Files.isRegularFile(folder.resolve(LogTable.DECISIONS.file("csv")))) {
            throw Refusal.badInput(folder + ": holds no decisions.csv. Maybe a folder that decide --log or simulate has"
                    + " written, or the answer of GET /v1/logs/decisions saved under that name.");
        }
        Playbook read = playbook == null ? null : PlaybookArgument.playbook(playbook);
        Map<String, Double> contactCosts = new HashMap<>();
        if (read != null) {
            read.tables()
                    .channels()
                    .forEach(channel ->
                            contactCosts.put(channel.name(), channel.cost().doubleValue()));
        }
        LogPaths journeys = new LogPaths(Duration.ofDays(window), chosen == Model.TIME_DECAY, contactCosts);
        journeys.read(folder, read == null ? null : read.name());
        if (journeys.contacts() == 0) {
            throw Refusal.badInput(
                    folder + ": holds no contact. Maybe without responses.csv, and inbound: a decision is"
                            + " no contact before something was presented.");
        }
        return new Credits(
                name(),
                lines(
                        chosen,
                        journeys.channels(),
                        costs(journeys.channels(), costs, "channel", journeys.channelCosts(), flaws)),
                lines(
                        chosen,
                        journeys.actions(),
                        costs(journeys.actions(), actionCosts, "action", journeys.actionCosts(), flaws)));
    }

    private String name() {
        return model.toLowerCase(Locale.ROOT);
    }

    private Map<String, Credits.Line> lines(Model chosen, List<ContactPath> read, Map<String, Double> spent) {
        Attribution attribution = switch (chosen) {
            case MARKOV -> new MarkovChain(order);
            case SHAPLEY -> new Shapley(root.seed());
            default -> ByPosition.valueOf(chosen.name());
        };
        try {
            return Credits.lines(attribution.credits(read), spent);
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput((log == null ? paths.file() : log) + ": " + e.getMessage());
        }
    }

    private static Map<String, Double> costs(
            List<ContactPath> read, @Nullable Path given, String column, Map<String, Double> known, Flaws flaws)
            throws FlawException {
        if (given == null) {
            return known;
        }
        List<String> names = read.stream()
                .flatMap(one -> one.channels().stream())
                .distinct()
                .sorted()
                .toList();
        Map<String, Double> costs = new HashMap<>();
        DataFile file = DataFile.of(given);
        try (Columns columns = Columns.open(file, Columns.Asked.of(List.of(column), List.of("cost")), flaws)) {
            while (columns.next()) {
                String name = columns.text(0);
                if (!names.contains(name)) {
                    columns.skip(column, name, "is in no path", Nearest.maybe(name, names));
                } else if (columns.number(0) < 0) {
                    columns.skip("cost", String.valueOf(columns.number(0)), "is less than 0", null);
                } else if (costs.put(name, columns.number(0)) != null) {
                    throw new FlawException(new Flaw(file.name(), 0, column, name, "stands twice", null));
                }
            }
        }
        return costs;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
