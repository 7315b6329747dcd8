package org.filorosso.simulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.run.outbound.Manifest;
import org.filorosso.simulator.run.outbound.OutboundRun;
import org.filorosso.simulator.run.outbound.RunQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decides whom to contact today, on which channel, with what. */
@Command(
        name = "run",
        description = "An outbound run: the best channel and action for each customer under consent, preference, quiet"
                + " hours, contact policy, capacities, caps and budgets, so that total priority is as high as it can be."
                + " Writes contacts.csv and manifest.json. A run that was broken off goes on when it is started again.")
final class RunCommand implements Callable<Integer>, Shared {
    static final String CONTACTS = "contacts.csv";
    static final String MANIFEST = "manifest.json";
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;

    private final Filorosso root;
    private long decided;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private OutboundOptions questions = new OutboundOptions();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of the results; made when it is not there.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    RunCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        long start = System.nanoTime();
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--threads': " + threads + " is less than 1. Maybe leave it out");
        }
        Playbook read = playbook.playbook();
        RunQuestion question = questions.question(read, root.seed());
        CustomerInputs inputs = customers.inputs();
        OutboundRun.create(out);
        OutboundRun run = new OutboundRun(
                new Engine(read, DroolsMatcher.of(read)),
                inputs,
                question,
                new OutboundRun.Task(out, command(), questions.timed(), threads, OutboundRun.PIECE, hiring(inputs)));
        Integer earlier = finished(run);
        if (earlier != null) {
            return earlier;
        }
        Flaws flaws = new Flaws();
        Manifest manifest = run(run, flaws);
        if (!root.quiet()) {
            summary(root.terminal().err(), manifest, Duration.ofNanos(System.nanoTime() - start));
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private OutboundRun.@Nullable Hiring hiring(CustomerInputs inputs) {
        Fleet fleet = root.fleet();
        return fleet == null
                ? null
                : (rows, at) -> {
                    Shipping shipping = new Shipping(spec).option("--at", at.toOffsetDateTime());
                    return fleet.crew(
                            (inputs.past() ? shipping : shipping.instead(inputs.customers(), rows.head())).shipment());
                };
    }

    @Override
    public Station station() throws FlawException {
        Playbook read = playbook.playbook();
        return new OutboundRun(
                        new Engine(read, DroolsMatcher.of(read)),
                        customers.inputs(),
                        questions.question(read, root.seed()),
                        new OutboundRun.Task(out, "", true, 1, OutboundRun.PIECE))
                .station();
    }

    private Manifest run(OutboundRun run, Flaws flaws) throws FlawException {
        Progress progress = Progress.of(root);
        Manifest manifest;
        try (Output contacts = Output.of(out.resolve(CONTACTS), root.terminal())) {
            manifest = run.run(contacts::print, flaws, new OutboundRun.Listener() {
                @Override
                public void history(long rows) {
                    progress.show("history", rows);
                }

                @Override
                public void decided(double fraction) {
                    progress.show(fraction, ++decided);
                }
            });
            contacts.done();
        }
        try (Output file = Output.of(out.resolve(MANIFEST), root.terminal())) {
            file.print(ReviewJson.of(manifest));
            file.done();
        }
        OutboundRun.finish(out);
        progress.clear();
        return manifest;
    }

    /**
     * The exit code of this very run if it is done already, else null.
     *
     * @throws Refusal if the folder holds the results of another one
     */
    private @Nullable Integer finished(OutboundRun run) throws FlawException {
        Path file = out.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return null;
        }
        JsonNode manifest = manifest(file);
        if (!manifest.path("fingerprint").asString("").equals(run.fingerprint())) {
            throw Refusal.badInput(
                    file + ": the folder holds another run: other inputs or options. Maybe another --out.");
        }
        OutboundRun.finish(out);
        if (!root.quiet()) {
            root.terminal().err().println(file + ": this run is finished. Maybe another --out for a new one.");
        }
        return manifest.path("counts").path("badRows").asLong(0) > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private static JsonNode manifest(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file, UTF_8));
        } catch (IOException | JacksonException e) {
            throw Refusal.badInput(file + ": is no manifest of a run. Maybe another --out: " + e.getMessage());
        }
    }

    /** As typed, without the option that changes no result. */
    private String command() {
        List<String> words = new ArrayList<>();
        List<String> typed = spec.commandLine().getParent().getParseResult().originalArgs();
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).equals("--threads")) {
                i++;
            } else if (!typed.get(i).startsWith("--threads=")) {
                words.add(typed.get(i));
            }
        }
        return "filorosso " + String.join(" ", words);
    }

    private static void summary(PrintStream err, Manifest manifest, Duration time) {
        Manifest.Counts counts = manifest.counts();
        err.printf(
                Locale.ROOT,
                "%,d customers in %.1f s: %,d contacts, %,d with nothing to say, %,d without room%n",
                counts.rows() - counts.badRows(),
                time.toNanos() / NANOS,
                counts.contacts(),
                counts.silent(),
                counts.unserved());
        err.printf(
                Locale.ROOT,
                "total priority %,.2f, at least %.2f%% of what these limits allow%n%n",
                manifest.totals().priority(),
                PERCENT * manifest.totals().share());
        manifest.channels()
                .forEach(channel -> err.printf(
                        Locale.ROOT,
                        "%-40s %,10d %s%n",
                        channel.channel(),
                        channel.contacts(),
                        channel.closed() == null ? "" : channel.closed()));
        err.printf(Locale.ROOT, "%n%-40s %14s %14s %14s%n", "limit", "left before", "used", "worth of 1 more");
        manifest.limits().stream()
                .filter(limit -> limit.used().signum() > 0)
                .forEach(limit -> err.printf(
                        Locale.ROOT,
                        "%-40s %,14.2f %,14.2f %14.4f%n",
                        AnswerTable.cut(limit.kind() + " " + limit.name(), 40),
                        limit.left(),
                        limit.used(),
                        limit.shadowPrice()));
    }
}
