package org.filorosso.simulator.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.review.price.PriceList;
import org.filorosso.simulator.review.price.PriceText;
import org.filorosso.simulator.review.price.Pricing;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prices the rules of a playbook. */
@Command(
        name = "price-tag",
        description = "Per rule of engagement, contact policy, arbitration, coherence and journeys: priority of first"
                + " results and contacts that it adds or costs, by deciding with and without it. Without"
                + " --channel, on every channel.")
final class PriceTagCommand implements Callable<Integer> {
    private final Filorosso root;
    private long counted;

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

    @Option(names = "--rule", paramLabel = "ID", description = "Price this rule only. Default: all.")
    private @Nullable String rule;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Look at about N customers only, chosen by a hash of their ids. Default: all.")
    private @Nullable Integer sample;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    PriceTagCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        Playbook read = playbook.playbook();
        String only = rule(read);
        List<Question> asked = questions.questions(read, Explain.SUMMARY);
        CustomerInputs inputs = customers.inputs();
        Flaws flaws = new Flaws();
        Progress progress = Progress.of(root);
        DataFile file = DataFile.of(inputs.customers());
        Pricing.Sample chosen = sample(read, inputs, file);
        try (CustomerFile rows = CustomerFile.open(read, inputs.options(), file);
                Output out = output.open(root.terminal())) {
            KnownCustomers base = inputs.base(read, asked.get(0).at(), flaws, count -> progress.show("history", count));
            PriceList list = new Pricing(read, DroolsMatcher.of(read), only)
                    .over(base, asked, threads)
                    .prices(rows, chosen, () -> progress.show(file.fraction(), ++counted), flaws);
            progress.clear();
            out.print(rendered(list));
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private String rendered(PriceList list) {
        return switch (output.format(Format.TABLE)) {
            case TABLE -> PriceText.of(list);
            case JSON -> ReviewJson.of(list);
            case CSV -> PriceText.csv(list);
        };
    }

    private String rule(Playbook read) {
        String asked = rule;
        List<String> ids = Pricing.ids(read);
        if (asked != null && !ids.contains(asked)) {
            String near = Nearest.maybe(asked, ids);
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--rule': \"" + asked
                            + "\" is no row of engagement, contact-policy, arbitration, coherence or" + " journeys of "
                            + read.name() + ". " + (near == null ? "" : near));
        }
        return asked == null ? "" : asked;
    }

    /** The share that gives about as many customers as asked: the file is counted first. */
    private Pricing.Sample sample(Playbook read, CustomerInputs inputs, DataFile file) throws FlawException {
        Integer most = sample;
        if (most == null) {
            return Pricing.Sample.ALL;
        }
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "Option '--sample': " + most + " is not at least 1");
        }
        long rows = 0;
        try (CustomerFile counting = CustomerFile.open(read, inputs.options(), file)) {
            for (int got = counting.next(1000).size();
                    got > 0;
                    got = counting.next(1000).size()) {
                rows += got;
            }
        }
        return new Pricing.Sample(rows == 0 ? 1 : (double) most / rows, root.seed());
    }
}
