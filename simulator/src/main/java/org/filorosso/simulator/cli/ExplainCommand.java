package org.filorosso.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Engine;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.match.DroolsMatcher;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.CustomerInputs;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.customers.KnownCustomers;
import org.filorosso.simulator.explain.Grid;
import org.filorosso.simulator.explain.GridPage;
import org.filorosso.simulator.explain.Ink;
import org.filorosso.simulator.explain.TerminalGrid;
import org.filorosso.simulator.log.AnswerJson;
import org.filorosso.simulator.log.CandidateCsv;
import org.filorosso.simulator.log.Privacy;
import org.filorosso.simulator.run.CustomerDecisions;
import org.filorosso.simulator.run.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains one decision. */
@Command(name = "explain", description = "One decision for one customer: every candidate against every stage, and why.")
final class ExplainCommand implements Callable<Integer> {
    private static final int NAMED = 100_000;

    private final Filorosso root;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private PlaybookArgument playbook = new PlaybookArgument();

    @Option(
            names = "--customer",
            required = true,
            paramLabel = "ID",
            description = "The customer's id in the customer file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String customer;

    @Mixin
    private CustomerOptions customers = new CustomerOptions();

    @Mixin
    private QuestionOptions questions = new QuestionOptions();

    @Option(names = "--action", paramLabel = "ACTION", description = "This action only, in full.")
    private @Nullable String action;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a page that can be sent: nothing in it is loaded or run.")
    private @Nullable Path html;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always or never.")
    private Color color = Color.AUTO;

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExplainCommand(Filorosso root) {
        this.root = root;
    }

    /** When to use colours. */
    enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Override
    public Integer call() throws FlawException {
        Playbook read = playbook.playbook();
        Question question = questions.question(read, null, Explain.FULL);
        checkAction(read);
        CustomerInputs inputs = customers.inputs();
        Flaws flaws = new Flaws();
        KnownCustomers base = inputs.base(read, question.at(), flaws, count -> {});
        CustomerDecisions decisions =
                new CustomerDecisions(new Engine(read, DroolsMatcher.of(read)), base, question, 1);
        Grid grid = Grid.of(decisions.decide(find(read, inputs)), Privacy.of(read));
        write(grid, read);
        Summary.flaws(root.terminal().err(), flaws);
        return flaws.rows() > 0 ? ExitCode.BAD_INPUT : ExitCode.DONE;
    }

    private void checkAction(Playbook read) {
        String asked = action;
        if (asked != null && read.catalogue().find(asked) == null) {
            List<String> names =
                    read.catalogue().actions().stream().map(one -> one.name()).toList();
            String near = Nearest.maybe(asked, names);
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--action': \"" + asked + "\" is no action of " + read.name()
                            + (near == null ? "" : ". " + near));
        }
    }

    private Subject find(Playbook read, CustomerInputs inputs) throws FlawException {
        List<String> ids = new ArrayList<>();
        try (CustomerFile file = CustomerFile.open(read, inputs.options(), DataFile.of(inputs.customers()))) {
            List<CustomerFile.Row> rows = file.next(1);
            while (!rows.isEmpty()) {
                String id = rows.get(0).id();
                if (id.equals(customer)) {
                    return rows.get(0).subject();
                }
                if (ids.size() < NAMED) {
                    ids.add(id);
                }
                rows = file.next(1);
            }
        }
        String near = Nearest.maybe(customer, ids);
        throw Refusal.badInput(inputs.customers() + ": there is no customer \"" + customer + "\". "
                + (near == null ? "Maybe --id names the column of the ids." : near));
    }

    private void write(Grid grid, Playbook read) {
        try (Output out = output.open(root.terminal())) {
            out.print(
                    switch (output.format(Format.TABLE)) {
                        case JSON -> new AnswerJson(grid.privacy()).line(grid.decision(), Explain.FULL) + "\n";
                        case CSV -> CandidateCsv.of(grid.decision(), grid.privacy());
                        case TABLE -> table(new TerminalGrid(grid, read, ink()), grid);
                    });
            out.done();
        }
        if (html != null) {
            try (Output page = Output.of(html, root.terminal())) {
                page.print(new GridPage(grid, read).toString());
                page.done();
            }
        }
    }

    private String table(TerminalGrid text, Grid grid) {
        String asked = action;
        if (asked == null) {
            return text.all();
        }
        Candidate row = grid.rows().stream()
                .filter(candidate -> candidate.action().equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The action (" + asked + ") is not among the candidates"));
        return text.one(row);
    }

    private Ink ink() {
        Terminal terminal = root.terminal();
        boolean watched = output.out() == null && terminal.outIsTerminal() && !terminal.noColor();
        return new Ink(color == Color.ALWAYS || (color == Color.AUTO && watched));
    }
}
