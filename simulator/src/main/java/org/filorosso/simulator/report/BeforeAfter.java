package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scorecard.Score;
import org.filorosso.simulator.report.ArmTables.Sold;
import org.filorosso.simulator.report.ArmTables.Stage;
import org.filorosso.simulator.review.diff.DecisionDiff.Flow;
import org.filorosso.simulator.review.diff.FlowPicture;
import org.jspecify.annotations.Nullable;

/** Two arms side by side: funnel, actions, who moves where, the five Cs, and whom neither has anything for. */
final class BeforeAfter {
    private static final int BARS = 25;
    private static final int FLOWS = 60;

    private final Study study;
    private final Study.Pair pair;
    private final ArmTables tables;
    private final LogFigures logs;
    private final Html html = new Html();

    private BeforeAfter(Study study, Study.Pair pair, ArmTables tables, LogFigures logs) {
        this.study = study;
        this.pair = pair;
        this.tables = tables;
        this.logs = logs;
    }

    static Html of(Study study, ArmTables tables, LogFigures logs) {
        Study.Pair pair = study.pair().orElse(new Study.Pair(study.control(), study.control()));
        BeforeAfter sections = new BeforeAfter(study, pair, tables, logs);
        sections.funnel();
        sections.actions();
        sections.scores();
        new ValueFinder(study, pair, tables, logs).add(sections.html);
        return sections.html;
    }

    private void heading(String title, String id) {
        html.element("h2", title, "id", id);
        html.element("p", "Before: " + pair.before() + ". After: " + pair.after() + ".", "class", "faint lead");
    }

    private void funnel() {
        heading("Funnel", "funnel");
        Map<String, Stage> before = tables.funnelOf(pair.before());
        Map<String, Stage> after = tables.funnelOf(pair.after());
        Set<String> stages = new LinkedHashSet<>(before.keySet());
        stages.addAll(after.keySet());
        if (stages.isEmpty()) {
            html.element("p", "Nobody was decided for.");
            return;
        }
        html.element("p", "Candidates that are left after each stage, over all decisions.", "class", "lead");
        Table table = new Table(
                "Candidates in and out of each stage",
                "Stage",
                "#In before",
                "#Out before",
                "#Answers emptied before",
                "#In after",
                "#Out after",
                "#Answers emptied after");
        List<PairedBars.Row> bars = new ArrayList<>();
        for (String stage : stages) {
            Stage old = before.getOrDefault(stage, Stage.NONE);
            Stage now = after.getOrDefault(stage, Stage.NONE);
            bars.add(new PairedBars.Row(stage, old.out(), now.out()));
            table.row(
                    stage,
                    Wording.whole(old.in()),
                    Wording.whole(old.out()),
                    Wording.whole(old.emptied()),
                    Wording.whole(now.in()),
                    Wording.whole(now.out()),
                    Wording.whole(now.emptied()));
        }
        html.add(PairedBars.of("funnel-chart", "Candidates left after each stage", pair, bars));
        html.add(table.folded());
    }

    private void actions() {
        heading("Actions", "actions");
        Map<String, Sold> before = tables.actionsOf(pair.before());
        Map<String, Sold> after = tables.actionsOf(pair.after());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<PairedBars.Row> rows = new ArrayList<>();
        Table table = new Table("How often each action is offered", "Action", "#Before", "#After", "#Change");
        for (String name : names) {
            double old = before.getOrDefault(name, Sold.NONE).presented();
            double now = after.getOrDefault(name, Sold.NONE).presented();
            rows.add(new PairedBars.Row(name, old, now));
            table.row(
                    name,
                    Wording.whole(old),
                    Wording.whole(now),
                    Wording.signed(now - old).replace(".00", ""));
        }
        rows.sort(Comparator.comparingDouble(row -> -Math.max(row.before(), row.after())));
        if (rows.isEmpty()) {
            html.element("p", "Nothing was offered.");
            return;
        }
        html.element(
                "p",
                rows.size() > BARS
                        ? "How often each is offered: the " + BARS + " that are offered most."
                        : "How often each is offered.",
                "class",
                "lead");
        List<PairedBars.Row> shown = rows.subList(0, Math.min(BARS, rows.size()));
        html.add(PairedBars.of("actions-chart", "How often each action is offered", pair, shown));
        html.add(table.folded());
        flows();
    }

    private void flows() {
        html.element("h3", "Who moves where");
        if (logs.flows().isEmpty()) {
            html.element("p", "Not known: no decision logs were written (--no-log), or nobody was offered anything.");
            return;
        }
        long all = logs.flows().stream().mapToLong(Flow::count).sum();
        html.open("figure", "style", "margin:0")
                .element(
                        "figcaption",
                        "The action that each customer is offered first, before (left) and after (right). Coloured with"
                                + " an outline: customers who move. Small ones are drawn as one.",
                        "id",
                        "moves");
        html.add(FlowPicture.of(logs.flows(), all, "moves")).close("figure");
        Table table = new Table("Customers who move", "First offer before", "First offer after", "#Customers");
        logs.flows().stream()
                .filter(Flow::changes)
                .sorted(Comparator.comparingLong((Flow flow) -> -flow.count()))
                .limit(FLOWS)
                .forEach(flow -> table.row(flow.from(), flow.to(), Wording.whole(flow.count())));
        html.add(table.folded());
    }

    private void scores() {
        heading("Five Cs", "scores");
        Scorecard old = logs.cards().get(pair.before());
        Scorecard now = logs.cards().get(pair.after());
        if (old == null || now == null) {
            html.element(
                    "p",
                    "Not scored: there are no decision logs (--no-log), or they are larger than 512 MB. The"
                            + " command scorecard with --log scores one arm.");
            return;
        }
        Table table = new Table(
                "The five Cs with 95% intervals", "C", "#Before", "Interval before", "#After", "Interval after");
        List<Radar.Spoke> spokes = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < old.scores().size(); i++) {
            Score a = old.scores().get(i);
            Score b = now.scores().get(i);
            table.row(a.name(), score(a.score()), interval(a), score(b.score()), interval(b));
            Double from = a.score();
            Double to = b.score();
            if (from == null || to == null) {
                missing.add(a.name());
            } else {
                spokes.add(new Radar.Spoke(a.name(), from, to));
            }
        }
        if (spokes.size() > 2) {
            html.add(Radar.of(pair, spokes));
        }
        if (!missing.isEmpty()) {
            html.element("p", "Cannot be scored from these logs: " + String.join(", ", missing) + ".");
        }
        html.add(table.html());
    }

    private static String score(@Nullable Double score) {
        return score == null ? "–" : Wording.money(score);
    }

    private static String interval(Score score) {
        return score.low() == null ? "–" : score(score.low()) + " to " + score(score.high());
    }
}
