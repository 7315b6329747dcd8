package org.filorosso.engine.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.filorosso.engine.playbook.io.Line;
import org.filorosso.engine.playbook.io.Sheet;
import org.filorosso.engine.playbook.io.Sheets;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML page that needs nothing else: what became of the golden customers, and the playbook's own tables
 * with the rows marked that somebody exercises. It works by keyboard, in light and dark, without scripts, and tells
 * nothing by colour alone.
 */
public final class CoveragePage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --line: #c9c9c9; --soft: #f3f3f3;
              --yes: #17632b; --no: #a3170f; --mark: #fdecea }
            @media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --back: #161616; --line: #4a4a4a;
              --soft: #222; --yes: #7fd495; --no: #ff9c93; --mark: #3a1714 } }
            body { font: 16px/1.45 system-ui, sans-serif; color: var(--text); background: var(--back);
              margin: 0 auto; max-width: 90rem; padding: 1rem }
            h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
            summary { cursor: pointer; padding: .3rem 0; font-weight: 600 }
            :focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
            .scroll { overflow-x: auto; border: 1px solid var(--line); margin: .5rem 0 1.5rem }
            table { border-collapse: collapse; font-size: .875rem }
            th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top;
              max-width: 26rem; overflow-wrap: anywhere }
            thead th { background: var(--soft) }
            .yes { color: var(--yes) } .no { color: var(--no); font-weight: 600 }
            tr.none > * { background: var(--mark) } tr.none > :first-child { border-left: .4rem double var(--no) }
            pre { white-space: pre-wrap; background: var(--soft); padding: .75rem; overflow-wrap: anywhere }
            #only:checked ~ main tr.some { display: none }
            """;

    private final GoldenReport report;
    private final Sheets sheets;
    private final StringBuilder html = new StringBuilder();

    private CoveragePage(GoldenReport report, Sheets sheets) {
        this.report = report;
        this.sheets = sheets;
    }

    /**
     * The page.
     *
     * @param sheets the playbook as typed, the same that the report is about
     */
    public static String html(GoldenReport report, Sheets sheets) {
        return new CoveragePage(report, sheets).page();
    }

    private String page() {
        String title = text("Golden customers of " + report.playbook());
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        add("<title>" + title + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>");
        add("<h1>" + title + "</h1>");
        add("<p>Revision "
                + text(report.revision()
                        .substring(0, Math.min(12, report.revision().length())))
                + ". <strong>" + report.passed() + " of " + report.results().size()
                + "</strong> end as expected. Rows that they exercise: <strong>"
                + report.coverage().share() + "</strong>.</p>");
        add("<input type=\"checkbox\" id=\"only\"> <label for=\"only\">Show only rows that nobody exercises</label>");
        add("<main>");
        customers();
        overview();
        report.coverage().tables().forEach(this::table);
        add("</main>\n</body>\n</html>");
        return html.toString();
    }

    private void customers() {
        add("<h2>Customers</h2>");
        if (!report.failures().isEmpty()) {
            add("<h3>Not as expected</h3>");
            report.failures().forEach(failure -> add("<pre>" + text(failure.toString()) + "</pre>"));
        }
        add("<details><summary>All " + report.results().size() + "</summary>\n<ul>");
        for (GoldenResult result : report.results()) {
            String mark =
                    result.passed() ? "<span class=\"yes\">✓ passed</span> " : "<span class=\"no\">✗ failed</span> ";
            add("<li>" + mark + text(result.name()) + " <small>" + text(result.source()) + "</small></li>");
        }
        add("</ul></details>");
    }

    private void overview() {
        add("<h2>Rows that they exercise</h2>\n<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Table</th>"
                + "<th scope=\"col\">Exercised</th><th scope=\"col\">Hold for everybody</th></tr></thead><tbody>");
        for (TableCoverage table : report.coverage().tables()) {
            add("<tr><th scope=\"row\"><a href=\"#" + text(table.table()) + "\">" + text(table.table())
                    + "</a></th><td>" + table.share() + "</td><td>" + table.uncounted() + "</td></tr>");
        }
        add("</tbody></table></div>");
    }

    private void table(TableCoverage table) {
        add("<details open id=\"" + text(table.table()) + "\"><summary>" + text(table.table()) + ": " + table.share()
                + "</summary>");
        sheets.tables().stream()
                .filter(sheet -> sheet.table().sheet().equals(table.table()))
                .findFirst()
                .ifPresent(sheet -> rows(sheet, table));
        add("</details>");
    }

    private void rows(Sheet sheet, TableCoverage table) {
        Map<Integer, RowCoverage> byLine = new HashMap<>();
        table.rows().forEach(row -> byLine.put(row.line(), row));
        String label = text("Rows of " + table.table());
        add("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + label + "\"><table><thead><tr>"
                + "<th scope=\"col\">Exercised by</th><th scope=\"col\">Line</th>"
                + cells("th scope=\"col\"", "th", sheet.header().cells()) + "</tr></thead><tbody>");
        for (Line line : sheet.rows()) {
            row(line, byLine.get(line.line()));
        }
        add("</tbody></table></div>");
    }

    private void row(Line line, @Nullable RowCoverage row) {
        String kind = row == null || row.exercised() ? "some" : "none";
        add("<tr class=\"" + kind + "\"><td>" + mark(row) + "</td><td>" + line.line() + "</td>"
                + cells("td", "td", line.cells()) + "</tr>");
    }

    private static String mark(@Nullable RowCoverage row) {
        if (row == null) {
            return "holds for everybody";
        }
        if (!row.exercised()) {
            return "<span class=\"no\">✗ nobody</span>";
        }
        String names = text(String.join("\n", row.by()));
        return "<span class=\"yes\" title=\"" + names + "\">✓ " + row.by().size() + "</span>";
    }

    private static String cells(String open, String close, List<String> cells) {
        StringBuilder html = new StringBuilder();
        cells.forEach(cell -> html.append('<')
                .append(open)
                .append('>')
                .append(text(cell))
                .append("</")
                .append(close)
                .append('>'));
        return html.toString();
    }

    private static String text(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }

    private void add(String line) {
        html.append(line).append('\n');
    }
}
