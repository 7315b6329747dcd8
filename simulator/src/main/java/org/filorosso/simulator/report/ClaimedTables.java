package org.filorosso.simulator.report;

import java.util.Map;
import java.util.TreeSet;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.playbook.Action;
import org.filorosso.simulator.report.ArmTables.Sold;
import org.filorosso.simulator.simulation.ArmSummary;
import org.filorosso.simulator.simulation.Verdict;

/**
 * What acceptances claim beside what an arm causes against contacting nobody. Caused is known of an arm as a whole only: of
 * a single action it would need an arm without it.
 */
final class ClaimedTables {
    private static final double ALL = 100;

    private ClaimedTables() {}

    static Html of(Study study, ArmTables tables) {
        Html html = new Html().element("h2", "Claimed and caused", "id", "claimed");
        html.element(
                "p",
                "Claimed: the value of every acceptance, as teams report it. Caused: by how much customers bring more"
                        + " than the same customers whom nobody contacts. Where claimed is above caused, some of it would"
                        + " have come by itself.");
        if (study.results().caused().isEmpty()) {
            html.element("p", "Nothing is known of what is caused: the baseline no-contact was left out.");
        } else {
            html.add(arms(study, tables));
        }
        html.add(actions(study, tables));
        return html;
    }

    private static Html arms(Study study, ArmTables tables) {
        Table table = new Table(
                "Claimed and caused, all customers",
                "Arm",
                "#Claimed value",
                "#Caused margin",
                "#Low",
                "#High",
                "#Caused revenue",
                "#Low of revenue",
                "#High of revenue",
                "#Margin caused for 100 claimed");
        for (ArmSummary arm : study.results().arms()) {
            Verdict caused = study.caused(arm.arm());
            if (caused != null) {
                double claimed = tables.actionsOf(arm.arm()).values().stream()
                        .mapToDouble(Sold::value)
                        .sum();
                Effect margin = effect(caused, Verdict.METRIC);
                Effect revenue = effect(caused, "revenue");
                double n = study.customers();
                table.row(
                        arm.arm(),
                        Wording.whole(claimed),
                        Wording.whole(margin.mean() * n),
                        Wording.whole(margin.low() * n),
                        Wording.whole(margin.high() * n),
                        Wording.whole(revenue.mean() * n),
                        Wording.whole(revenue.low() * n),
                        Wording.whole(revenue.high() * n),
                        claimed == 0 ? "–" : Wording.whole(ALL * margin.mean() * n / claimed));
            }
        }
        return table.html();
    }

    private static Effect effect(Verdict verdict, String metric) {
        return verdict.differences().stream()
                .filter(one -> one.metric().equals(metric))
                .map(one -> Effect.of(verdict, one, false))
                .findFirst()
                .orElseThrow();
    }

    private static Html actions(Study study, ArmTables tables) {
        Study.Pair pair = study.pair().orElse(new Study.Pair(study.control(), study.control()));
        Map<String, Sold> before = tables.actionsOf(pair.before());
        Map<String, Sold> after = tables.actionsOf(pair.after());
        Table table = new Table(
                "Claimed by action, before (" + pair.before() + ") and after (" + pair.after() + ")",
                "Action",
                "Issue and group",
                "#Accepted before",
                "#Accepted after",
                "#Value before",
                "#Value after");
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Sold old = before.getOrDefault(name, Sold.NONE);
            Sold now = after.getOrDefault(name, Sold.NONE);
            table.row(
                    name,
                    place(study, name),
                    Wording.whole(old.accepted()),
                    Wording.whole(now.accepted()),
                    Wording.whole(old.value()),
                    Wording.whole(now.value()));
        }
        return table.folded();
    }

    private static String place(Study study, String name) {
        Action action = study.playbook().catalogue().find(name);
        return action == null ? "–" : action.issue() + "/" + action.group();
    }
}
