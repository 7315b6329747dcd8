package org.filorosso.simulator.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.compare.Guardrail;

/** Two arms over the customers, one customer added after the other. Not thread-safe. */
final class Pairs {
    private static final List<String> SHOWN = List.of(
            Verdict.METRIC, "accepted", "value", Verdict.PAID, "satisfaction", "churned", "optOuts", "contacts");

    private final Rule rule;
    private final Map<String, Moments> moments = new LinkedHashMap<>();
    private final Moments totals = SharedGuard.none();

    Pairs(Rule rule) {
        this.rule = rule;
        SHOWN.forEach(metric -> moments.put(metric, new Moments(2)));
        rule.guardrails().forEach(one -> moments.putIfAbsent(one.metric(), new Moments(2)));
    }

    /** Of one customer, by column of customers.csv. */
    void add(Map<String, Double> arm, Map<String, Double> control) {
        moments.forEach((metric, both) -> both.add(arm.getOrDefault(metric, 0.0), control.getOrDefault(metric, 0.0)));
        if (!rule.shared().isEmpty()) {
            totals.add(SharedGuard.totals(arm, control));
        }
    }

    Verdict verdict(String arm, String control) {
        List<Difference> differences = new ArrayList<>();
        SHOWN.forEach(metric -> differences.add(Difference.of(metric, of(metric), rule.alpha())));
        List<Guarded> guarded = new ArrayList<>();
        double share = rule.alpha()
                / Math.max(1, rule.guardrails().size() + rule.shared().size());
        for (Guardrail guardrail : rule.guardrails()) {
            guarded.add(Guarded.of(guardrail, of(guardrail.metric()), rule.alpha(), share));
        }
        rule.shared().forEach(kpi -> guarded.add(new SharedGuard(kpi, totals).judged(rule.alpha(), share)));
        return Verdict.of(arm, control, differences, guarded, rule);
    }

    private Moments of(String metric) {
        return moments.getOrDefault(metric, new Moments(2));
    }
}
