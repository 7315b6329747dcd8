package org.filorosso.engine.golden;

import java.util.Locale;

/** A report as lines of text: failures first, then coverage table by table. */
final class GoldenText {
    private final GoldenReport report;
    private final StringBuilder text = new StringBuilder();

    GoldenText(GoldenReport report) {
        this.report = report;
    }

    String text() {
        report.failures().forEach(failure -> line(failure.toString() + "\n"));
        line(report.passed() + " of " + report.results().size() + " golden customers of " + report.playbook() + " "
                + report.revision().substring(0, Math.min(12, report.revision().length())) + " pass.");
        line("");
        coverage(report.coverage());
        return text.toString();
    }

    private void coverage(Coverage coverage) {
        line("Rows that golden customers exercise: " + coverage.share());
        coverage.tables().forEach(this::table);
        if (!coverage.unexercised().isEmpty()) {
            line("\nRows that nobody exercises:");
            coverage.unexercised()
                    .forEach(row -> line(String.format(Locale.ROOT, "  %-24s %s", row.source(), row.id())));
        }
    }

    private void table(TableCoverage table) {
        String uncounted = table.uncounted() == 0 ? "" : ", and " + table.uncounted() + " that hold for everybody";
        line(String.format(Locale.ROOT, "  %-15s %s%s", table.table(), table.share(), uncounted));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
