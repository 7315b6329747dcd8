package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Kpi;
import org.filorosso.simulator.stats.compare.Guardrail;

/**
 * How a verdict is found. A simulated customer costs next to nothing, so that the share of errors is one in a hundred and not
 * one in twenty: a rule of one in twenty would see a winner among equals in one simulation of twenty.
 *
 * @param alpha share of verdicts that see a difference where there is none, above 0 and below 1
 * @param guardrails columns of customers.csv that must not get worse, and by how much they may
 * @param shared figures of kpis.csv with margins of their own
 */
public record Rule(double alpha, List<Guardrail> guardrails, List<Kpi> shared) {
    /** The share of errors where nothing is said. */
    public static final double ALPHA = 0.01;

    private static final double PERCENT = 100;

    /** What an analyst would let pass, where nothing is said. */
    public static final List<Guardrail> GUARDRAILS = List.of(
            new Guardrail("churned", 0.05, true),
            new Guardrail("optOuts", 0.10, true),
            new Guardrail("contacts", 0.25, true),
            new Guardrail("satisfaction", -0.02, true),
            new Guardrail(Verdict.PAID, -0.01, true));

    /** A rule with its own copies. */
    public Rule {
        guardrails = List.copyOf(guardrails);
        shared = List.copyOf(shared);
    }

    /** The rule where nothing is said. */
    public static Rule standing() {
        return new Rule(ALPHA, GUARDRAILS, List.of());
    }

    /**
     * The standing guardrails, but for those that are said otherwise.
     *
     * @param kpis those without a margin are not looked at
     * @param tried challengers of the control that share the errors out (Bonferroni), at least 1
     */
    public static Rule of(double alpha, Collection<Guardrail> said, List<Kpi> kpis, int tried) {
        Map<String, Guardrail> all = new LinkedHashMap<>();
        GUARDRAILS.forEach(one -> all.put(one.metric(), one));
        said.forEach(one -> all.put(one.metric(), one));
        List<Kpi> margins =
                kpis.stream().filter(kpi -> !kpi.guardrail().isBlank()).toList();
        return new Rule(alpha / Math.max(1, tried), new ArrayList<>(all.values()), margins);
    }

    /** What a guardrail may be about: the numbers of customers.csv. */
    public static List<String> metrics() {
        List<String> columns = CustomerRow.columns();
        return List.copyOf(columns.subList(CustomerRow.TEXTS, columns.size()));
    }

    /** The rule against contacting nobody: to contact is what is asked then, not a harm. */
    Rule againstNobody() {
        return new Rule(
                alpha,
                guardrails.stream()
                        .filter(one -> !one.metric().equals("contacts"))
                        .toList(),
                List.of());
    }

    /** {@code 99%} */
    String level() {
        return Figures.of(PERCENT * (1 - alpha)).toPlainString() + "%";
    }
}
