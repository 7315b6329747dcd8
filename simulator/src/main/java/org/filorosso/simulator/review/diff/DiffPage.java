package org.filorosso.simulator.review.diff;

import java.util.List;
import java.util.Locale;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;
import org.filorosso.simulator.review.diff.DecisionDiff.Flow;
import org.filorosso.simulator.review.diff.DecisionDiff.OfferChange;
import org.filorosso.simulator.review.diff.DecisionDiff.StageChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.TableDiff;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;

/** What differs between two playbooks as an HTML page. */
public final class DiffPage {
    private static final int FLOWS = 60;
    private static final int NUMBER = 2;

    private DiffPage() {}

    /** The page. */
    public static HtmlPage of(DiffReport report) {
        Html about = new Html();
        about.element("p", "Before: " + report.before() + ". After: " + report.after() + ".");
        Html contents = new Html();
        DecisionDiff decisions = report.decisions();
        if (decisions != null) {
            contents.add(decisions(decisions));
        }
        return HtmlPage.english("What changes", about, contents.add(rows(report.rows())));
    }

    private static Html rows(PlaybookDiff diff) {
        Html html = new Html().element("h2", "Rows that differ");
        if (diff.isEmpty()) {
            html.element("p", "No row, setting or test differs.");
        }
        values(html, "playbook.yaml", diff.settings());
        diff.tables().forEach(table -> table(html, table));
        values(html, "Tests and population", diff.texts());
        return html;
    }

    private static void values(Html html, String title, List<ValueChange> values) {
        if (!values.isEmpty()) {
            html.element("h3", title);
            Html table = open(title, "Name", "Before", "After");
            values.forEach(value -> row(table, 0, value.name(), value.from(), value.to()));
            html.add(close(table));
        }
    }

    private static void table(Html html, TableDiff diff) {
        html.element("h3", diff.table());
        Html table = open(diff.table(), "Row", "Change", "What");
        for (RowChange row : diff.rows()) {
            table.open("tr").open("th", "scope", "row").text(row.id()).empty("br");
            table.element("small", DiffText.place(row)).close("th");
            table.open("td").element("strong", DiffText.word(row.kind()).toUpperCase(Locale.ROOT), "class", "mark");
            table.close("td").open("td").add(cells(row)).close("td").close("tr").line();
        }
        html.add(close(table));
    }

    private static Html cells(RowChange row) {
        Html html = new Html();
        for (ValueChange cell : row.cells()) {
            html.open("div").text(cell.name() + ": ");
            if (!cell.from().isEmpty()) {
                html.element("del", cell.from());
            }
            if (!cell.from().isEmpty() && !cell.to().isEmpty()) {
                html.text(" → ");
            }
            if (!cell.to().isEmpty()) {
                html.element("ins", cell.to());
            }
            html.close("div");
        }
        return html;
    }

    private static Html decisions(DecisionDiff diff) {
        Html html = new Html().element("h2", "Decisions that differ", "id", "decisions");
        html.element(
                "p",
                Figures.count(diff.decisions()) + " decisions under either playbook. The first result of "
                        + Figures.count(diff.changed()) + " changes (" + Figures.share(diff.changed(), diff.decisions())
                        + "). With an action: " + Figures.count(diff.withAction()) + " before, "
                        + Figures.count(diff.withActionAfter()) + " after.");
        html.open("figure")
                .element(
                        "figcaption",
                        "First results before (left) and after (right). Coloured with an outline: what changes. Small"
                                + " ones are drawn as one.",
                        "id",
                        "flows");
        html.add(FlowPicture.of(diff, "flows")).close("figure");
        flows(html, diff);
        offers(html, diff);
        funnel(html, diff);
        examples(html, diff);
        return html;
    }

    private static void flows(Html html, DecisionDiff diff) {
        html.element("h3", "From what to what");
        Html table = open("From what to what", "First before", "First after", "#Decisions", "#Share");
        diff.flows().stream()
                .filter(Flow::changes)
                .limit(FLOWS)
                .forEach(flow -> row(
                        table,
                        NUMBER,
                        flow.from(),
                        flow.to(),
                        Figures.count(flow.count()),
                        Figures.share(flow.count(), diff.decisions())));
        html.add(close(table));
    }

    private static void offers(Html html, DecisionDiff diff) {
        html.element("h3", "Who gains and who loses an offer");
        Html table = open("Answers that offer an action anywhere", "Action", "#Before", "#After", "#Gained", "#Lost");
        for (OfferChange one : diff.offers()) {
            row(
                    table,
                    1,
                    one.action(),
                    Figures.count(one.before()),
                    Figures.count(one.after()),
                    Figures.count(one.gained()),
                    Figures.count(one.lost()));
        }
        html.add(close(table));
    }

    private static void funnel(Html html, DecisionDiff diff) {
        html.element("h3", "Funnel before and after");
        Html table = open(
                "Candidates in and out of each stage",
                "Stage",
                "#In before",
                "#Out before",
                "#In after",
                "#Out after",
                "#Change of out");
        for (StageChange stage : diff.funnel()) {
            row(
                    table,
                    1,
                    stage.stage(),
                    Figures.count(stage.inBefore()),
                    Figures.count(stage.outBefore()),
                    Figures.count(stage.inAfter()),
                    Figures.count(stage.outAfter()),
                    Figures.signed(stage.outAfter() - stage.outBefore()));
        }
        html.add(close(table));
    }

    private static void examples(Html html, DecisionDiff diff) {
        if (diff.examples().isEmpty()) {
            return;
        }
        html.element("h3", "The first customers whose first result changes");
        Html table = open("Examples", "Customer", "Where", "First before", "First after", "Gained", "Lost");
        for (CustomerChange one : diff.examples()) {
            row(
                    table,
                    0,
                    one.id(),
                    one.where(),
                    one.from(),
                    one.to(),
                    String.join(", ", one.gained()),
                    String.join(", ", one.lost()));
        }
        html.add(close(table));
    }

    /** @param headers those that begin with {@code #} stand over numbers */
    private static Html open(String caption, String... headers) {
        Html table =
                new Html().open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        table.open("table").open("thead").open("tr");
        for (String header : headers) {
            boolean number = header.startsWith("#");
            table.element("th", number ? header.substring(1) : header, "scope", "col", "class", number ? "number" : "");
        }
        return table.close("tr").close("thead").line().open("tbody").line();
    }

    /** @param numbersFrom the first column of numbers; 0 means there are none */
    private static void row(Html table, int numbersFrom, String... cells) {
        table.open("tr").element("th", cells[0], "scope", "row");
        for (int i = 1; i < cells.length; i++) {
            table.element("td", cells[i], "class", numbersFrom > 0 && i >= numbersFrom ? "number" : "");
        }
        table.close("tr").line();
    }

    private static Html close(Html table) {
        return table.close("tbody").close("table").close("div").line();
    }
}
