package org.filorosso.simulator.report;

import java.util.List;
import java.util.Locale;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.score.JourneySteps.Step;
import org.filorosso.simulator.review.HtmlTable;

/** How far customers come in each journey, before and after. */
final class JourneyTables {
    private JourneyTables() {}

    static Html of(Study study, LogFigures logs) {
        Html html = new Html().element("h2", "Journeys", "id", "journeys");
        if (study.playbook().tables().journeys().isEmpty()) {
            return html.element("p", "The playbook has no journeys.");
        }
        if (logs.journeys().isEmpty()) {
            return html.element(
                    "p", "Not known: there are no decision logs (--no-log), or they are larger than 512 MB.");
        }
        html.element(
                "p",
                "How often each step began, how often its target was shown and accepted within its window, and half of"
                        + " the waits until it was shown. A wait step is kept when its target is not shown. A step with"
                        + " conditions (*) began more often than it was meant to.");
        logs.journeys().forEach((arm, steps) -> html.add(table(arm, steps)));
        return html;
    }

    private static Html table(String arm, List<Step> steps) {
        HtmlTable table = new HtmlTable(
                "Journeys under " + arm,
                "Journey",
                "#Step",
                "Effect",
                "Target",
                "#Began",
                "#Shown",
                "#Accepted",
                "#Still open",
                "#Median hours");
        for (Step one : steps) {
            Double hours = one.medianHours();
            table.row(
                    one.row().journey(),
                    one.row().step() + (one.row().row().unconditional() ? "" : " *"),
                    one.row().effect().name().toLowerCase(Locale.ROOT),
                    one.row().target().path(),
                    Wording.whole(one.entered()),
                    Wording.whole(one.takenUp()),
                    Wording.whole(one.completed()),
                    Wording.whole(one.open()),
                    hours == null ? "–" : Wording.whole(hours));
        }
        return table.html();
    }
}
