package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.attribution.Attribution;
import org.filorosso.simulator.attribution.ByPosition;
import org.filorosso.simulator.attribution.ContactPath;
import org.filorosso.simulator.attribution.Credits;
import org.filorosso.simulator.attribution.MarkovChain;
import org.filorosso.simulator.attribution.PathFile;
import org.filorosso.simulator.attribution.Shapley;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.stats.data.Columns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Credits conversions to channels. */
@Command(
        name = "attribute",
        description = "Credits conversions to the channels of the contacts before them: by the contact's place, by the"
                + " exact Markov chain of the paths, or by Shapley's value.")
final class AttributeCommand implements Callable<Integer> {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--paths", required = true, paramLabel = "FILE", description = "CSV, one row a path.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path paths;

    @Option(
            names = "--path",
            required = true,
            paramLabel = "COL",
            description = "The channels in their order: email > web > phone.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String path;

    @Option(names = "--conversions", required = true, paramLabel = "COL", description = "Customers who converted.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String conversions;

    @Option(
            names = "--nulls",
            paramLabel = "COL",
            description = "Customers who did not. Without them the Markov chain sees only success.")
    private @Nullable String nulls;

    @Option(names = "--value", paramLabel = "COL", description = "What the conversions were worth together.")
    private @Nullable String value;

    @Option(
            names = "--days",
            paramLabel = "COL",
            description = "Days from each contact to the conversion, 9 > 2.5 > 0, for time-decay. Without it, contacts"
                    + " are taken as a day apart.")
    private @Nullable String days;

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
        if (order < 1 || order > MarkovChain.HIGHEST_ORDER) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--order': " + order + " is not between 1 and " + MarkovChain.HIGHEST_ORDER);
        }
        Flaws flaws = new Flaws();
        List<ContactPath> read = new PathFile(path, conversions, nulls, value, days).read(DataFile.of(paths), flaws);
        Credits credits =
                Credits.of(model.toLowerCase(java.util.Locale.ROOT), credits(chosen, read), costs(read, flaws));
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

    private Map<String, org.filorosso.simulator.attribution.Credit> credits(Model chosen, List<ContactPath> read) {
        try {
            return model(chosen).credits(read);
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput(paths + ": " + e.getMessage());
        }
    }

    private Attribution model(Model chosen) {
        return switch (chosen) {
            case MARKOV -> new MarkovChain(order);
            case SHAPLEY -> new Shapley(root.seed());
            default -> ByPosition.valueOf(chosen.name());
        };
    }

    private Map<String, Double> costs(List<ContactPath> read, Flaws flaws) throws FlawException {
        Map<String, Double> perChannel = new HashMap<>();
        if (costs == null) {
            return perChannel;
        }
        List<String> known = read.stream()
                .flatMap(one -> one.channels().stream())
                .distinct()
                .sorted()
                .toList();
        DataFile file = DataFile.of(costs);
        try (Columns columns = Columns.open(file, Columns.Asked.of(List.of("channel"), List.of("cost")), flaws)) {
            while (columns.next()) {
                String channel = columns.text(0);
                if (!known.contains(channel)) {
                    columns.skip("channel", channel, "is in no path", Nearest.maybe(channel, known));
                } else if (perChannel.put(channel, columns.number(0)) != null) {
                    throw new FlawException(new Flaw(file.name(), 0, "channel", channel, "stands twice", null));
                }
            }
        }
        return perChannel;
    }
}
