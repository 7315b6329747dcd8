package org.filorosso.simulator.review.diff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.engine.playbook.io.Characters;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.change.ChangeText;
import org.filorosso.simulator.review.diff.DecisionDiff.CustomerChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.Kind;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.TableDiff;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;

/** What differs between two playbooks as text for a terminal, and as CSV. */
public final class DiffText {
    private static final int SHOWN = 60;
    private static final int CELLS = 6;

    private DiffText() {}

    /** The report for a terminal of 100 columns. */
    public static String of(DiffReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.before()).append(" -> ").append(report.after()).append("\n");
        if (report.rows().isEmpty()) {
            text.append("\nNo row, setting or test differs.\n");
        }
        values(text, "playbook.yaml", report.rows().settings());
        report.rows().tables().forEach(table -> table(text, table));
        values(text, "tests and population", report.rows().texts());
        DecisionDiff decisions = report.decisions();
        if (decisions != null) {
            decisions(text, report, decisions);
        }
        return text.toString();
    }

    private static void values(StringBuilder text, String title, List<ValueChange> values) {
        if (!values.isEmpty()) {
            text.append("\n").append(title).append("\n");
            values.forEach(value -> text.append("  ").append(said(value)).append("\n"));
        }
    }

    private static void table(StringBuilder text, TableDiff table) {
        text.append("\n").append(table.table()).append("\n");
        for (RowChange row : table.rows()) {
            text.append(String.format(
                    Locale.ROOT, "  %-8s%s %s%n", word(row.kind()), Characters.visible(row.id(), SHOWN), place(row)));
            int shown = row.kind() == Kind.CHANGED
                    ? row.cells().size()
                    : Math.min(CELLS, row.cells().size());
            row.cells()
                    .subList(0, shown)
                    .forEach(cell -> text.append("          ")
                            .append(row.kind() == Kind.CHANGED ? said(cell) : alone(cell))
                            .append("\n"));
        }
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String place(RowChange row) {
        String lines = row.lineBefore() == 0
                ? "line " + row.lineAfter()
                : row.lineAfter() == 0 ? "was line " + row.lineBefore() : row.lineBefore() + " -> " + row.lineAfter();
        return "(" + lines + (row.moved() && row.kind() == Kind.CHANGED ? ", moved" : "") + ")";
    }

    private static String said(ValueChange value) {
        return value.name() + ": \"" + Characters.visible(value.from(), SHOWN) + "\" -> \""
                + Characters.visible(value.to(), SHOWN) + "\"";
    }

    private static String alone(ValueChange cell) {
        return cell.name() + ": " + Characters.visible(cell.from() + cell.to(), SHOWN);
    }

    private static void decisions(StringBuilder text, DiffReport report, DecisionDiff diff) {
        text.append(String.format(
                Locale.ROOT,
                "%n%,d decisions: the first result of %,d changes (%s); with an action %,d -> %,d%n%n",
                diff.decisions(),
                diff.changed(),
                Figures.share(diff.changed(), diff.decisions()),
                diff.withAction(),
                diff.withActionAfter()));
        text.append(new ChangeText(
                diff.sides(report.before().toString(), report.after().toString())));
    }

    /** One line a cell that differs, for playbooks without customers. */
    public static String rowsCsv(PlaybookDiff diff) {
        CsvText csv = new CsvText().row("table", "change", "id", "line before", "line after", "column", "from", "to");
        diff.settings().forEach(one -> csv.row("playbook", "changed", one.name(), "", "", "", one.from(), one.to()));
        for (TableDiff table : diff.tables()) {
            for (RowChange row : table.rows()) {
                row.cells()
                        .forEach(cell -> csv.row(
                                table.table(),
                                word(row.kind()),
                                row.id(),
                                line(row.lineBefore()),
                                line(row.lineAfter()),
                                cell.name(),
                                cell.from(),
                                cell.to()));
                if (row.cells().isEmpty()) {
                    csv.row(
                            table.table(),
                            word(row.kind()),
                            row.id(),
                            line(row.lineBefore()),
                            line(row.lineAfter()),
                            "",
                            "",
                            "");
                }
            }
        }
        diff.texts().forEach(one -> csv.row("tests", "changed", one.name(), "", "", "", one.from(), one.to()));
        return csv.toString();
    }

    private static String line(int line) {
        return line == 0 ? "" : Integer.toString(line);
    }

    /** The header of {@link #customerCsv}. */
    public static String customerHeader() {
        return new CsvText()
                .row("id", "where", "first before", "first after", "gained", "lost")
                .toString();
    }

    /** One line an answer that differs. */
    public static String customerCsv(CustomerChange change) {
        return new CsvText()
                .row(
                        change.id(),
                        change.where(),
                        change.from(),
                        change.to(),
                        list(change.gained()),
                        list(change.lost()))
                .toString();
    }

    private static String list(List<String> actions) {
        return actions.stream().collect(Collectors.joining("|"));
    }
}
