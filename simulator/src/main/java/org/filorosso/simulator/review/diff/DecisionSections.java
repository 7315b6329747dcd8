package org.filorosso.simulator.review.diff;

import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.review.change.ChangePage;
import org.filorosso.simulator.review.change.ChangePage.Counted;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;

/** Whose decision changes, as the sections of a page: totals, flows, offers, funnel, examples. */
public final class DecisionSections {
    private DecisionSections() {}

    /**
     * The sections, from a heading of level 2 on.
     *
     * @param before what the first way of deciding is called
     * @param after what the second is called
     * @param who whom the examples name, such as {@code Customer}
     */
    public static Html of(DecisionDiff diff, String before, String after, String who) {
        ChangePage change = new ChangePage(diff.sides(before, after), Counted.DECISIONS, false);
        Html html = new Html().element("h2", "Decisions that differ", "id", "decisions");
        html.element("p", totals(diff));
        html.element("h3", "From what to what").add(change.flows());
        html.element("h3", "Who gains and who loses an offer").add(change.offers());
        html.element("h3", "Funnel before and after").add(change.funnel());
        return html.add(examples(diff, who));
    }

    private static String totals(DecisionDiff diff) {
        return Figures.count(diff.decisions()) + " decisions either way. The first result of "
                + Figures.count(diff.changed()) + " changes"
                + (diff.decisions() == 0 ? "" : " (" + Figures.share(diff.changed(), diff.decisions()) + ")")
                + ". With an action: " + Figures.count(diff.withAction()) + " before, "
                + Figures.count(diff.withActionAfter()) + " after.";
    }

    private static Html examples(DecisionDiff diff, String who) {
        if (diff.examples().isEmpty()) {
            return new Html();
        }
        HtmlTable table =
                new HtmlTable("Examples", who, "Where", "First before", "First after", "Gained", "Lost").headed();
        for (CustomerChange one : diff.examples()) {
            table.row(
                    one.id(),
                    one.where(),
                    one.from(),
                    one.to(),
                    String.join(", ", one.gained()),
                    String.join(", ", one.lost()));
        }
        return new Html().element("h3", "The first whose first result changes").add(table.html());
    }
}
