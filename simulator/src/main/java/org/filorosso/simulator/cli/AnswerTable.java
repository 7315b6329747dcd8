package org.filorosso.simulator.cli;

import java.util.Locale;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.playbook.io.Characters;

/** Decisions as a table of 100 columns; too long texts are cut. */
final class AnswerTable {
    private static final String ROW = "%-16s %-12s %4s %-28s %10s  %s\n";
    private static final int ID = 16;
    private static final int PLACEMENT = 12;
    private static final int ACTION = 28;
    private static final int REASON = 24;

    private AnswerTable() {}

    static String header() {
        return String.format(Locale.ROOT, ROW, "id", "placement", "rank", "action", "priority", "reason");
    }

    static String rows(Decision decision) {
        StringBuilder rows = new StringBuilder();
        for (Decision.Filled placement : decision.placements()) {
            placement
                    .results()
                    .forEach(result -> rows.append(row(
                            decision,
                            placement.name(),
                            Integer.toString(result.rank()),
                            result.action(),
                            String.format(Locale.ROOT, "%.3f", result.priority()),
                            result.reason())));
        }
        var emptied = decision.noActionReason();
        if (rows.isEmpty()) {
            rows.append(row(decision, "", "", "(none)", "", emptied == null ? "" : emptied.code()));
        }
        return rows.toString();
    }

    private static String row(
            Decision decision, String placement, String rank, String action, String priority, String reason) {
        return String.format(
                Locale.ROOT,
                ROW,
                cut(decision.subjectId(), ID),
                cut(placement, PLACEMENT),
                rank,
                cut(action, ACTION),
                priority,
                cut(reason, REASON));
    }

    /** A text in so many columns, hidden characters shown. */
    static String cut(String text, int columns) {
        return text.length() <= columns ? Characters.visible(text, columns) : Characters.visible(text, columns - 3);
    }
}
