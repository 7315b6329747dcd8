package org.filorosso.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.simulator.simulation.Rule;
import org.filorosso.simulator.stats.compare.Guardrail;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a simulation comes to its verdict. */
final class VerdictOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description = "Share of verdicts that may see a winner among equals; playbooks that are tried share it."
                    + " Default: ${DEFAULT-VALUE}.")
    private double alpha = Rule.ALPHA;

    @Option(
            names = "--guardrail",
            paramLabel = "NAME:MARGIN",
            description = "What must not get worse by more than a margin: a column of customers.csv; above 0 it may"
                    + " rise, below 0 it may fall by at most that, 5%% is a share of the control. Standing: churned:5%%,"
                    + " optOuts:10%%, contacts:25%%, satisfaction:-2%%, revenue:-1%%, and those of kpis.csv.")
    private List<String> guardrails = new ArrayList<>();

    /**
     * As it was asked.
     *
     * @param kpis figures that may have margins of their own
     * @param tried playbooks beside the control
     */
    Rule rule(List<Kpi> kpis, int tried) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "Option '--alpha': " + alpha + " is not between 0 and 1. Maybe 0.01");
        }
        return Rule.of(alpha, guardrails.stream().map(this::guardrail).toList(), kpis, tried);
    }

    private Guardrail guardrail(String text) {
        try {
            Guardrail read = Guardrail.of(text);
            if (Rule.metrics().contains(read.metric())) {
                return read;
            }
            throw new ParameterException(
                    spec.commandLine(),
                    "Option '--guardrail': \"" + read.metric() + "\" is no number of customers.csv. "
                            + Choices.near(read.metric(), Rule.metrics()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Option '--guardrail': " + e.getMessage(), e);
        }
    }
}
