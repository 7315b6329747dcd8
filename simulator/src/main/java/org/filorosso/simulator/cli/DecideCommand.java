package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.fleet.Fleet;
import org.filorosso.simulator.fleet.Shipment;
import org.filorosso.simulator.fleet.Station;
import org.filorosso.simulator.log.AnswerCsv;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.Privacy;
import org.filorosso.simulator.run.CustomerDecisions;
import org.filorosso.simulator.run.Decided;
import org.filorosso.simulator.run.InOrder;
import org.filorosso.simulator.run.Question;
import org.filorosso.simulator.run.RowCrew;
import org.filorosso.simulator.run.RowStation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides for every customer of a file. */
@Command(
        name = "decide",
        description =
                "One decision a customer: one JSON line each, or CSV. A bad row is skipped and named; the exit code is"
                        + " 4 then.")
final class DecideCommand implements Callable<Integer>, Shared {
    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private QuestionOptions questions = new QuestionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Results per placement. Default: as many as it has room for.")
    private @Nullable Integer top;

    @Option(names = "--explain", paramLabel = "LEVEL", description = "none (default), summary or full.")
    private Explain explain = Explain.NONE;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "Also write decisions.csv, the decision log, into this folder.")
    private @Nullable Path log;

    @Option(
            names = "--extract",
            description = "With --log: also extract.csv, every candidate in the columns of the field's explainability"
                    + " extract.")
    private boolean extract;

    DecideCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        long start = System.nanoTime();
        check();
        Playbook read = playbook.playbook();
        Question question = questions.question(read, top, asked());
        CustomerInputs inputs = customers.inputs();
        Flaws flaws = new Flaws();
        Progress progress = Progress.of(root);
        DataFile file = DataFile.of(inputs.customers());
        Tally tally = new Tally();
        try (CustomerFile rows = CustomerFile.open(read, inputs.options(), file);
                Output out = output.open(root.terminal());
                LogFolder logs = LogFolder.open(log, extract, read, root.terminal())) {
            KnownCustomers base = inputs.base(read, question.at(), flaws, count -> progress.show("history", count));
            Summary.foreign(root, base);
            Engine engine = new Engine(read, DroolsMatcher.of(read));
            Rendering rendering = rendering(read, logs);
            out.print(rendering.header);
            Consumer<Line> inOrder = line -> {
                out.print(line.text());
                logs.print(line.log());
                tally.add(line.decision());
                progress.show(file.fraction(), tally.decisions());
            };
            Fleet fleet = root.fleet();
            if (fleet == null) {
                new CustomerDecisions(engine, base, question, threads).run(rows, rendering::of, inOrder, flaws);
            } else {
                try (RowCrew<Line> crew =
                        new RowCrew<>(fleet.crew(shipment(rows, inputs, question)), new LineCodec())) {
                    InOrder.share(rows::next, crew, inOrder, flaws);
                }
            }
            out.done();
            logs.done();
        }
        progress.clear();
        Summary.print(root, tally, flaws, Duration.ofNanos(System.nanoTime() - start));
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    /** Whoever decides must do so for the same moment; the rows travel by themselves. */
    private Shipment shipment(CustomerFile rows, CustomerInputs inputs, Question question) {
        Shipping shipping = new Shipping(spec).option("--at", question.at().toOffsetDateTime());
        return (inputs.past() ? shipping : shipping.instead(inputs.customers(), rows.head())).shipment();
    }

    @Override
    public Station station() throws FlawException {
        Playbook read = playbook.playbook();
        Question question = questions.question(read, top, asked());
        CustomerInputs inputs = customers.inputs();
        try (CustomerFile rows = CustomerFile.open(read, inputs.options(), DataFile.of(inputs.customers()))) {
            KnownCustomers base = inputs.base(read, question.at(), new Flaws(), count -> {});
            Engine engine = new Engine(read, DroolsMatcher.of(read));
            CustomerDecisions decisions = new CustomerDecisions(engine, base, question, 1);
            Rendering rendering = rendering(read, LogFolder.elsewhere(log, extract, read));
            return new RowStation<>(rows, row -> rendering.of(decisions.decide(row.subject())), new LineCodec());
        }
    }

    private void check() {
        if (top != null && top < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--top': " + top + " is less than 1. Maybe --top 1");
        }
        if (threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--threads': " + threads + " is less than 1. Maybe leave it out");
        }
        if (extract && log == null) {
            throw new ParameterException(spec.commandLine(), "Option '--extract' needs a folder. Maybe add --log DIR");
        }
    }

    /** The summary needs the counts of each stage; they change no result. */
    private Explain asked() {
        return explain == Explain.NONE && (!root.quiet() || extract) ? Explain.SUMMARY : explain;
    }

    /** How decisions are written, and what stands before the first. */
    private record Rendering(String header, Function<Decided, String> text, LogFolder logs) {
        Line of(Decided decided) {
            return new Line(text.apply(decided), logs.of(decided), Tally.Brief.of(decided.decision()));
        }
    }

    /** A decision as written, and what is counted of it. */
    record Line(String text, LogFolder.Entry log, Tally.Brief decision) {}

    private Rendering rendering(Playbook read, LogFolder logs) {
        AnswerJson json = new AnswerJson(Privacy.of(read));
        return switch (output.format(Format.JSON)) {
            case JSON -> new Rendering("", decided -> json.line(decided.decision(), explain) + "\n", logs);
            case CSV -> new Rendering(AnswerCsv.header(), decided -> AnswerCsv.rows(decided.decision()), logs);
            case TABLE -> new Rendering(AnswerTable.header(), decided -> AnswerTable.rows(decided.decision()), logs);
        };
    }
}
