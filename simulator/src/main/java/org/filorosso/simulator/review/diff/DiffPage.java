package org.filorosso.simulator.review.diff;

import java.util.List;
import java.util.Locale;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.simulator.review.HtmlTable;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.TableDiff;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;

/** What differs between two playbooks as an HTML page. */
public final class DiffPage {
    private DiffPage() {}

    /** The page. */
    public static HtmlPage of(DiffReport report) {
        Html about = new Html();
        about.element("p", "Before: " + report.before() + ". After: " + report.after() + ".");
        Html contents = new Html();
        DecisionDiff decisions = report.decisions();
        if (decisions != null) {
            contents.add(DecisionSections.of(
                    decisions, report.before().toString(), report.after().toString(), "Customer"));
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
            HtmlTable table = new HtmlTable(title, "Name", "Before", "After").headed();
            values.forEach(value -> table.row(value.name(), value.from(), value.to()));
            html.element("h3", title).add(table.html());
        }
    }

    private static void table(Html html, TableDiff diff) {
        HtmlTable table = new HtmlTable(diff.table(), "Row", "Change", "What").headed();
        for (RowChange row : diff.rows()) {
            Html name = new Html().text(row.id()).empty("br").element("small", DiffText.place(row));
            Html kind =
                    new Html().element("strong", DiffText.word(row.kind()).toUpperCase(Locale.ROOT), "class", "mark");
            table.marked(name, kind, cells(row));
        }
        html.element("h3", diff.table()).add(table.html());
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
}
