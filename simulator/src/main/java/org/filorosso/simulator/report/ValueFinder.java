package org.filorosso.simulator.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.review.change.StageChange;

/**
 * Customers for whom a playbook has nothing, or nothing likely, and the stage that is responsible. Which row of the stage it
 * was is not kept: the command explain says it of a customer.
 */
record ValueFinder(Study study, Study.Pair pair, ArmTables tables, LogFigures logs) {

    void add(Html html) {
        html.element("h2", "Value finder", "id", "finder");
        html.element(
                "p",
                "Customers with nothing, or only with offers that hardly anybody accepts: where a new action, a wider"
                        + " rule or a better treatment would pay. The command explain names the row for one of them.");
        Found old = logs.found().get(pair.before());
        Found now = logs.found().get(pair.after());
        if (old == null || now == null) {
            html.element("p", "Customers are not known, since no decision logs were written (--no-log).");
        } else {
            html.add(customers(old, now));
            html.add(reasons(old, now));
        }
        html.add(answers());
    }

    private Html customers(Found old, Found now) {
        HtmlTable table = new HtmlTable("Customers by what there is for them", "Customers", "#Before", "#After");
        table.row(
                "with no contact at all: they did not come, and no run reached them",
                Wording.whole(unasked(old)),
                Wording.whole(unasked(now)));
        table.row(
                "who came and never got an offer", Wording.whole(old.withNothing()), Wording.whole(now.withNothing()));
        table.row(
                "whose every offer is less likely than 5% to be accepted",
                Wording.whole(old.unlikely()), Wording.whole(now.unlikely()));
        table.row("with a likelier offer", Wording.whole(served(old)), Wording.whole(served(now)));
        return table.html();
    }

    private long unasked(Found found) {
        return study.customers() - found.first().size() - found.withNothing();
    }

    private static long served(Found found) {
        return found.first().size() - found.unlikely();
    }

    private static Html reasons(Found old, Found now) {
        Set<String> stages = new TreeSet<>(old.nothing().keySet());
        stages.addAll(now.nothing().keySet());
        if (stages.isEmpty()) {
            return new Html();
        }
        HtmlTable table = new HtmlTable(
                "Who never got an offer, by the stage that took the last candidate", "Stage", "#Before", "#After");
        for (String stage : stages) {
            table.row(
                    stage,
                    Wording.whole(old.nothing().getOrDefault(stage, 0L)),
                    Wording.whole(now.nothing().getOrDefault(stage, 0L)));
        }
        return table.html();
    }

    /** Of answers, which do not need the logs. */
    private Html answers() {
        List<StageChange> emptying = tables.funnel(pair).stream()
                .filter(stage -> stage.emptiedBefore() + stage.emptiedAfter() > 0)
                .toList();
        if (emptying.isEmpty()) {
            return new Html().element("p", "Every answer held an action.");
        }
        HtmlTable table = new HtmlTable(
                "Answers without an action, by the stage that emptied them", "Stage", "#Before", "#After");
        emptying.forEach(stage ->
                table.row(stage.stage(), Wording.whole(stage.emptiedBefore()), Wording.whole(stage.emptiedAfter())));
        return table.html();
    }
}
