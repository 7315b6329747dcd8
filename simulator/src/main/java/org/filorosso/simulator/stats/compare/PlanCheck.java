package org.filorosso.simulator.stats.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;

/** Whether a plan and the data fit each other. */
final class PlanCheck {

    private PlanCheck() {}

    /** @throws FlawException with all that does not fit */
    static void check(Plan plan, Totals totals, String file) throws FlawException {
        List<Flaw> flaws = new ArrayList<>();
        expected(plan.expected(), totals.arms(), file, flaws);
        List<String> metrics = totals.metrics().stream().map(Metric::name).toList();
        for (Guardrail guardrail : plan.guardrails()) {
            if (!metrics.contains(guardrail.metric())) {
                flaws.add(Flaw.of(
                        file,
                        "the guardrail \"" + guardrail.metric() + "\" is none of the metrics",
                        Nearest.maybe(guardrail.metric(), metrics)));
            }
        }
        if (plan.method() == Plan.Method.GROUP_SEQUENTIAL && plan.looks().look(units(totals)) < 1) {
            flaws.add(Flaw.of(
                    file,
                    units(totals) + " units are fewer than the first look needs",
                    "Maybe wait: a look that was not planned spends an error that is not there."));
        }
        if (plan.paired() && totals.arms().size() > 1 && pairs(totals) == 0) {
            flaws.add(Flaw.of(file, "no unit stands in more than one arm", "Maybe without --paired."));
        }
        if (!flaws.isEmpty()) {
            throw new FlawException(flaws);
        }
    }

    private static void expected(Map<String, Double> expected, List<String> arms, String file, List<Flaw> flaws) {
        if (expected.isEmpty()) {
            return;
        }
        expected.keySet().stream()
                .filter(arm -> !arms.contains(arm))
                .forEach(arm -> flaws.add(Flaw.of(
                        file,
                        "--expected names \"" + arm + "\", which is no arm of the file",
                        Nearest.maybe(arm, arms))));
        arms.stream()
                .filter(arm -> !expected.containsKey(arm))
                .forEach(arm -> flaws.add(Flaw.of(
                        file, "--expected gives no share to the arm \"" + arm + "\"", "Maybe give all shares.")));
    }

    private static long units(Totals totals) {
        long sum = 0;
        for (int arm = 0; arm < totals.arms().size(); arm++) {
            Slice.ArmTotals own = totals.all().arm(arm);
            sum += own == null ? 0 : own.units;
        }
        return sum;
    }

    private static long pairs(Totals totals) {
        long sum = 0;
        for (int arm = 0; arm < totals.arms().size(); arm++) {
            Slice.ArmTotals own = totals.all().arm(arm);
            sum += own == null ? 0 : own.shared;
        }
        return sum;
    }
}
