package org.filorosso.simulator.cli;

import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Targets;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.review.ReviewJson;
import org.filorosso.simulator.review.reach.Reach;
import org.filorosso.simulator.review.reach.ReachCount;
import org.filorosso.simulator.review.reach.ReachText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts whom a target can reach. */
@Command(
        name = "reach",
        description =
                "How many customers a target reaches today and day by day, and which stage and rule holds the rest."
                        + " Reached is who has an action of the target that survives the stages before placement, on the"
                        + " channel asked, or, without --channel, on any of the playbook.")
final class ReachCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 366;

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

    @Option(
            names = "--target",
            required = true,
            paramLabel = "PATH",
            description = "*, Issue, Issue/Group or Issue/Group/action.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String target;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Days to look ahead, 0 to 366. Default: ${DEFAULT-VALUE}.")
    private int days = 30;

    @Option(names = "--threads", paramLabel = "N", description = "Default: one per core. Changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    ReachCommand(Filorosso root) {
        this.root = root;
    }

    @Override
    public Integer call() throws FlawException {
        if (days < 0 || days > MOST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--days': " + days + " is not between 0 and " + MOST_DAYS);
        }
        Playbook read = playbook.playbook();
        ReachCount.Asked asked = new ReachCount.Asked(questions.questions(read, Explain.SUMMARY), target(read), days);
        CustomerInputs inputs = customers.inputs();
        Flaws flaws = new Flaws();
        Progress progress = Progress.of(root);
        DataFile file = DataFile.of(inputs.customers());
        try (CustomerFile rows = CustomerFile.open(read, inputs.options(), file);
                Output out = output.open(root.terminal())) {
            KnownCustomers base =
                    inputs.base(read, asked.questions().get(0).at(), flaws, count -> progress.show("history", count));
            Engine engine = new Engine(read, DroolsMatcher.of(read));
            Reach reach = new ReachCount(engine, base, asked, threads)
                    .run(rows, () -> progress.show(file.fraction(), ++counted), flaws);
            progress.clear();
            out.print(rendered(reach));
            out.done();
        }
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private String rendered(Reach reach) {
        return switch (output.format(Format.TABLE)) {
            case TABLE -> ReachText.of(reach);
            case JSON -> ReviewJson.of(reach);
            case CSV -> ReachText.csv(reach);
        };
    }

    private Target target(Playbook read) {
        Targets targets = new Targets(read.catalogue());
        Target found = targets.find(target);
        if (found == null) {
            String near = Nearest.maybe(target, targets.paths());
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--target': \"" + target + "\" names nothing in " + read.name() + ". "
                            + (near == null ? "Maybe * for all actions." : near));
        }
        return found;
    }
}
