package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.simulation.ArmSummary;

/** The figures of every arm: first those that all teams share, with the budgets, then those of every simulation. */
final class FigureTables {
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    private static final Set<String> SHARES = Set.of("acceptance", "conversion", "withoutAction", "churn");

    static {
        SHOWN.put("marginPerCustomer", "Margin a head");
        SHOWN.put("acceptance", "Acceptance");
        SHOWN.put("conversion", "Converted");
        SHOWN.put("contactsPerCustomer", "Contacts a head");
        SHOWN.put("withoutAction", "No action");
        SHOWN.put("roi", "ROI");
        SHOWN.put("optionality", "Choices");
        SHOWN.put("arpu", "ARPU");
        SHOWN.put("satisfaction", "Satisfaction");
        SHOWN.put("nps", "NPS");
        SHOWN.put("churn", "Churn");
        SHOWN.put("optOuts", "Opt-outs");
    }

    private FigureTables() {}

    static Html of(Study study) {
        Html html = new Html().element("h2", "The figures of each arm", "id", "figures");
        List<String> shared = List.copyOf(study.results().arms().get(0).kpis().keySet());
        if (shared.isEmpty()) {
            html.element("p", "The playbook has no kpis.csv, so that there are no figures that all teams share.");
        } else {
            html.add(table(study, "Figures that all teams share", shared, shared, FigureTables::shared));
        }
        budgets(html, study);
        // two tables: one is wider than a page of paper
        List<String> names = List.copyOf(SHOWN.keySet());
        html.add(shown(study, "What is offered, and what it brings", names.subList(0, names.size() / 2)));
        html.add(shown(study, "What becomes of customers", names.subList(names.size() / 2, names.size())));
        html.element(
                "p",
                "A head: per customer. Acceptance: of what was offered. Converted: customers who accepted anything. No"
                        + " action: customers never contacted. Choices: candidates left for a decision. ARPU: revenue per"
                        + " customer in 30 days. All figures of all arms are in arms.csv and results.json.");
        return html;
    }

    private static Html shown(Study study, String caption, List<String> names) {
        List<String> headers =
                names.stream().map(name -> SHOWN.getOrDefault(name, name)).toList();
        return table(study, caption, names, headers, FigureTables::metrics);
    }

    private static Html table(
            Study study,
            String caption,
            List<String> columns,
            List<String> headers,
            Function<ArmSummary, Map<String, String>> figures) {
        List<String> header = new ArrayList<>(List.of("Arm"));
        headers.forEach(one -> header.add("#" + one));
        HtmlTable table = new HtmlTable(caption, header);
        for (ArmSummary arm : study.results().arms()) {
            List<String> row = new ArrayList<>(List.of(arm.arm()));
            columns.forEach(column -> row.add(figures.apply(arm).getOrDefault(column, "–")));
            table.row(row);
        }
        return table.html();
    }

    private static Map<String, String> shared(ArmSummary arm) {
        Map<String, String> texts = new LinkedHashMap<>();
        arm.kpis().forEach((name, figure) -> texts.put(name, Wording.plain(figure)));
        return texts;
    }

    private static Map<String, String> metrics(ArmSummary arm) {
        Map<String, String> texts = new LinkedHashMap<>();
        arm.metrics()
                .forEach((name, figure) -> texts.put(
                        name, SHARES.contains(name) ? Wording.percent(figure.doubleValue()) : Wording.plain(figure)));
        return texts;
    }

    private static void budgets(Html html, Study study) {
        List<Budget> budgets = study.playbook().tables().budgets();
        if (budgets.isEmpty()) {
            return;
        }
        HtmlTable table = new HtmlTable(
                "Budgets of " + study.control(), "Budget", "#Amount", "Per", "Charged by", "When used up");
        for (Budget budget : budgets) {
            table.row(
                    budget.id(),
                    Wording.money(budget.amount().doubleValue()),
                    words(budget.per()),
                    words(budget.counts()),
                    budget.stop() ? "stops" : "warns");
        }
        html.add(table.html());
        HtmlTable spent =
                new HtmlTable("What the arms spend", "Arm", "#On acceptances", "#On contacts", "#Turned away by caps");
        for (ArmSummary arm : study.results().arms()) {
            spent.row(
                    arm.arm(),
                    Wording.plain(arm.metrics().get("cost")),
                    Wording.plain(arm.metrics().get("contactCost")),
                    Wording.plain(arm.metrics().get("turnedAway")));
        }
        html.add(spent.html());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
