package org.filorosso.simulator.report;

import java.util.List;
import java.util.Map;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.simulator.report.Doubts.Doubt;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.simulation.Verdict;

/**
 * The page: the verdict, what may make it wrong, then the figures, from those that everybody is held to down to what the run
 * was made of.
 *
 * @param holds in how many worlds the verdicts hold; empty where there is one
 * @param lifts day by day, by arm
 */
record SimulationPage(
        Study study, List<String> holds, ArmTables tables, LogFigures logs, Map<String, List<CumulativeLift>> lifts) {
    private static final String PANELS =
            "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:.5rem 1.5rem";
    private static final List<String> METRICS =
            List.of(Verdict.METRIC, "accepted", "value", "revenue", "satisfaction", "churned", "optOuts", "contacts");
    private static final int LAST_DAYS = 15;

    /** The whole page. */
    HtmlPage page() {
        Html contents = new Html();
        doubts(contents);
        contents.add(FigureTables.of(study));
        lift(contents);
        overTime(contents);
        contents.add(ClaimedTables.of(study));
        contents.add(PairSections.of(study, tables, logs));
        contents.add(JourneyTables.of(study, logs));
        contents.add(Whys.of(study, tables));
        contents.add(Origins.of(study));
        return HtmlPage.english(title(), about(), contents);
    }

    private String title() {
        List<String> names =
                study.manifest().playbooks().stream().map(one -> one.arm()).toList();
        String who = study.alone()
                ? study.control()
                : String.join(", ", names.subList(1, names.size())) + " against " + study.control();
        return "Simulation: " + who + (study.world().isEmpty() ? "" : " (" + study.world() + ")");
    }

    private Html about() {
        Html html = new Html();
        List<String> sentences = Headline.of(study);
        html.element("p", sentences.get(0), "style", "font-size:1.35rem;line-height:1.4", "class", "verdict");
        sentences.stream().skip(1).forEach(one -> html.element("p", one));
        holds.forEach(one -> html.element("p", one));
        html.element("p", held(), "id", "held");
        html.element(
                "p",
                Wording.whole(study.customers()) + " customers, "
                        + study.manifest().days() + " days from "
                        + study.manifest().from() + ", "
                        + study.manifest().arms().size()
                        + " ways of deciding. Money in " + study.currency() + ".",
                "class",
                "faint");
        html.open("nav", "aria-label", "Contents").open("p");
        link(html, "doubts", "Before you believe it");
        link(html, "figures", "Figures");
        link(html, "lift", "What is gained");
        link(html, "time", "Day by day");
        link(html, "claimed", "Claimed and caused");
        link(html, "funnel", "Funnel");
        link(html, "actions", "Actions");
        link(html, "scores", "Five Cs");
        link(html, "finder", "Value finder");
        link(html, "journeys", "Journeys");
        link(html, "sensitivity", "Sensitivity");
        link(html, "bias", "Who is offered what");
        return html.element("a", "What was assumed", "href", "#assumptions")
                .close("p")
                .close("nav");
    }

    /** What the world is worth by real data. */
    private String held() {
        String figure = study.backtest();
        if (figure != null) {
            return "The world against real data (backtest): " + figure;
        }
        return study.manifest().builtInEffects()
                ? "This world was never held against real data: its answers are assumptions. The command backtest with"
                        + " --keep holds it against a log."
                : "This world, with its built-in effects at zero, is a question, not a world that anybody has seen.";
    }

    private String level() {
        return study.results().verdicts().get(0).level();
    }

    private static void link(Html html, String id, String words) {
        html.element("a", words, "href", "#" + id).text(" · ");
    }

    private void doubts(Html html) {
        html.element("h2", "Before you believe it", "id", "doubts").open("ul");
        for (Doubt doubt : Doubts.of(study)) {
            html.open("li");
            html.element(
                    "strong",
                    doubt.weight().words() + ": ",
                    "class",
                    doubt.weight().style());
            html.text(doubt.text()).close("li").line();
        }
        html.close("ul").line();
    }

    private void lift(Html html) {
        html.element("h2", "What is gained", "id", "lift");
        if (study.results().verdicts().isEmpty()) {
            html.element("p", "There is no other arm to compare with.");
            return;
        }
        String who = study.alone() ? study.control() + " against each row" : "each row against " + study.control();
        html.element(
                "p",
                "Mean difference per customer with its " + level() + " interval, " + who
                        + ", paired customer by customer. A triangle points to a difference beyond chance, up or down,"
                        + " green where that is better and red where it is worse; an empty circle may be chance. Every"
                        + " picture has its own scale, and nothing is corrected for the number of comparisons: the"
                        + " margin decides, the rest explains.");
        html.open("div", "class", "panels", "style", PANELS);
        HtmlTable table =
                new HtmlTable("Mean differences per customer", "Metric", "Arm", "#Difference", "#Low", "#High", "Says");
        for (String metric : METRICS) {
            List<Effect> effects = Effect.of(study, metric);
            html.open("div").element("h3", Wording.metric(metric));
            html.add(LiftChart.of(effects, Wording.metric(metric) + " per customer"))
                    .close("div")
                    .line();
            effects.forEach(one -> table.row(
                    Wording.metric(metric),
                    one.against(),
                    Wording.signed(one.mean()),
                    Wording.signed(one.low()),
                    Wording.signed(one.high()),
                    one.sense().words()));
        }
        html.close("div").add(table.folded());
    }

    private void overTime(Html html) {
        html.element("h2", "Day by day", "id", "time");
        if (lifts.isEmpty()) {
            html.element("p", "There is no other arm to compare with.");
            return;
        }
        html.element(
                "p",
                "Margin per customer gained so far, "
                        + (study.alone() ? study.control() + " against each" : "against " + study.control())
                        + ". The band is an always-valid 95% interval: it may be looked at every day without fooling"
                        + " oneself, and therefore wider than an interval for one look. Differences are taken customer"
                        + " by customer, as the verdict takes them. The dashed line is no difference. All days are in"
                        + " lift.csv.");
        html.open("div", "class", "panels", "style", PANELS);
        int index = 0;
        HtmlTable table = new HtmlTable("Margin gained so far", "Arm", "#Day", "Date", "#Lift", "#Low", "#High");
        for (Map.Entry<String, List<CumulativeLift>> one : lifts.entrySet()) {
            List<CumulativeLift> days = one.getValue();
            String title = (study.alone() ? "Against " : "") + one.getKey();
            html.open("div").element("h3", title);
            html.add(TimeChart.of("time-" + index++, title, days)).close("div").line();
            days.stream().skip(Math.max(0, days.size() - LAST_DAYS)).forEach(day -> day(table, one.getKey(), day));
        }
        html.close("div").add(table.folded());
    }

    private static void day(HtmlTable table, String arm, CumulativeLift day) {
        table.row(
                arm,
                String.valueOf(day.day()),
                day.date(),
                Wording.signed(day.margin()),
                day.isFinite() ? Wording.signed(day.low()) : "no bound",
                day.isFinite() ? Wording.signed(day.high()) : "no bound");
    }
}
