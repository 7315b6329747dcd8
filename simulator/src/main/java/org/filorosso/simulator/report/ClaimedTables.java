package org.filorosso.simulator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.simulation.ActionShare;
import org.filorosso.simulator.simulation.ArmSummary;
import org.filorosso.simulator.simulation.Verdict;

/**
 * What acceptances claim beside what an arm causes against contacting nobody: of each arm, and of each action and owner by its
 * share.
 */
final class ClaimedTables {
    private static final double ALL = 100;

    private ClaimedTables() {}

    static Html of(Study study) {
        Html html = new Html().element("h2", "Claimed and caused", "id", "claimed");
        html.element(
                "p",
                "Claimed: the value of every acceptance, as the playbook states it, mostly margin of a year to come."
                        + " Caused: by how much the same customers pay more in these days than when nobody contacts them."
                        + " The two are never the same money: compare them from row to row. Who claims much and causes"
                        + " nothing takes the credit for what would have come by itself.");
        if (study.results().caused().isEmpty()) {
            html.element("p", "Nothing is known of what is caused: the baseline no-contact was left out.");
            return html;
        }
        html.add(arms(study));
        html.element(
                "p",
                "Per action and per owner: what each single customer pays more than without contact goes in equal"
                        + " parts to what he accepted, or, where he accepted nothing, to what he was shown. The rows add"
                        + " up to what the playbook causes. Intervals are of "
                        + study.results().caused().get(0).level()
                        + ", uncorrected; one that holds 0 may be chance. What an action would cause alone, only an arm"
                        + " without it tells. All arms are in claimed.csv.");
        Study.Pair pair = study.pair().orElse(new Study.Pair(study.control(), study.control()));
        html.add(shares(study, pair.after(), "owner", "Owner"));
        html.add(shares(study, pair.after(), "action", "Action"));
        return html;
    }

    private static Html arms(Study study) {
        HtmlTable table = new HtmlTable(
                "Claimed and caused, all customers",
                "Arm",
                "#Claimed value",
                "#Claimed margin",
                "#Caused revenue",
                "#Interval",
                "#Caused for 100 claimed");
        for (ArmSummary arm : study.results().arms()) {
            Verdict caused = study.caused(arm.arm());
            if (caused != null) {
                double claimed =
                        arm.metrics().getOrDefault("value", BigDecimal.ZERO).doubleValue();
                double margin = arm.metrics()
                        .getOrDefault(Verdict.METRIC, BigDecimal.ZERO)
                        .doubleValue();
                Effect revenue = effect(caused, Verdict.PAID);
                double n = study.customers();
                table.row(
                        arm.arm(),
                        Wording.whole(claimed),
                        Wording.whole(margin),
                        Wording.whole(revenue.mean() * n),
                        range(revenue.low() * n, revenue.high() * n),
                        claimed == 0 ? "–" : Wording.whole(ALL * revenue.mean() * n / claimed));
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

    private static String range(double low, double high) {
        return Wording.whole(low) + " to " + Wording.whole(high);
    }

    private static Html shares(Study study, String arm, String kind, String header) {
        List<ActionShare> shares = study.results().shares().stream()
                .filter(one -> one.arm().equals(arm) && one.kind().equals(kind))
                .toList();
        if (shares.isEmpty()) {
            return new Html();
        }
        HtmlTable table = new HtmlTable(
                "Claimed and caused by " + kind + ", " + arm,
                header,
                "#Offered",
                "#Accepted",
                "#Claimed value",
                "#Interval of claimed",
                "#Caused revenue",
                "#Interval of caused");
        for (ActionShare one : shares) {
            List<String> row = new ArrayList<>();
            row.add(one.name().isEmpty() ? "(nobody)" : one.name());
            row.add(Wording.whole(one.presented()));
            row.add(Wording.whole(one.accepted()));
            for (ActionShare.Amount amount : List.of(one.claimed(), one.caused())) {
                row.add(Wording.whole(amount.sum().doubleValue()));
                row.add(range(amount.low().doubleValue(), amount.high().doubleValue()));
            }
            table.row(row);
        }
        return table.html();
    }
}
