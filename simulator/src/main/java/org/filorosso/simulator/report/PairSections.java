package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scorecard.Score;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.review.change.BeforeAfter;
import org.filorosso.simulator.review.change.ChangePage;
import org.filorosso.simulator.review.change.ChangePage.Counted;
import org.jspecify.annotations.Nullable;

/** Two arms side by side: funnel, actions, who moves where, the five Cs, and whom neither has anything for. */
final class PairSections {
    private final Study.Pair pair;
    private final LogFigures logs;
    private final ChangePage change;
    private final Html html = new Html();

    private PairSections(Study.Pair pair, ArmTables tables, LogFigures logs) {
        this.pair = pair;
        this.logs = logs;
        this.change = new ChangePage(sides(pair, tables, logs), Counted.CUSTOMERS, true);
    }

    static Html of(Study study, ArmTables tables, LogFigures logs) {
        Study.Pair pair = study.pair().orElse(new Study.Pair(study.control(), study.control()));
        PairSections sections = new PairSections(pair, tables, logs);
        sections.funnel();
        sections.actions();
        sections.scores();
        new ValueFinder(study, pair, tables, logs).add(sections.html);
        return sections.html;
    }

    /** What the page draws, for whoever wants the figures. */
    static BeforeAfter sides(Study.Pair pair, ArmTables tables, LogFigures logs) {
        return new BeforeAfter(pair.before(), pair.after(), tables.funnel(pair), tables.offers(pair), logs.flows());
    }

    private void heading(String title, String id) {
        html.element("h2", title, "id", id);
        html.element("p", "Before: " + pair.before() + ". After: " + pair.after() + ".", "class", "faint lead");
    }

    private void funnel() {
        heading("Funnel", "funnel");
        html.add(change.funnel());
    }

    private void actions() {
        heading("Actions", "actions");
        html.add(change.offers()).element("h3", "Who moves where");
        html.add(
                logs.flows().isEmpty()
                        ? new Html()
                                .element(
                                        "p",
                                        "Not known: no decision logs were written (--no-log), or nobody was offered"
                                                + " anything.")
                        : change.flows());
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
        HtmlTable table = new HtmlTable(
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
