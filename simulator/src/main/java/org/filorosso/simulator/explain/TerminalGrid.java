package org.filorosso.simulator.explain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Characters;

/** The grid in a terminal of 100 columns. */
public final class TerminalGrid {
    private static final int WIDTH = 99;
    private static final int ACTION = 24;
    private static final int PRIORITY = 9;
    private static final int HEAD = 3;
    private static final int BAR = 30;
    private static final int HALF = 6;
    private static final int INDENT = 27;

    private final Grid grid;
    private final Playbook playbook;
    private final Ink ink;

    public TerminalGrid(Grid grid, Playbook playbook, Ink ink) {
        this.grid = grid;
        this.playbook = playbook;
        this.ink = ink;
    }

    /** Every candidate on one line. */
    public String all() {
        StringBuilder text = new StringBuilder(head()).append('\n');
        List<StageCode> stages = Grid.stages();
        // the first letters of each stage, from top to bottom
        for (int letter = 0; letter < HEAD; letter++) {
            text.append(pad(letter == HEAD - 1 ? "action" : "", ACTION));
            for (StageCode stage : stages) {
                text.append(' ').append(stage.code().charAt(letter));
            }
            text.append(letter == HEAD - 1 ? " " + " ".repeat(PRIORITY - 8) + "priority  why" : "")
                    .append('\n');
        }
        grid.rows().forEach(row -> text.append(line(row)).append('\n'));
        return text.append('\n').append(legend()).toString();
    }

    private String head() {
        Decision decision = grid.decision();
        var request = grid.decided().request();
        return ink.bold(Characters.visible(decision.subjectId(), 64)) + " on " + request.channel() + ", "
                + request.direction().code() + ", "
                + Wording.time(decision.at(), playbook.settings().zone()) + " "
                + playbook.settings().zone() + "\n"
                + "playbook " + decision.playbook() + " " + playbook.shortRevision() + ", arm " + decision.arm()
                + ", stage "
                + decision.stage() + "\n";
    }

    private String line(Candidate row) {
        StringBuilder text = new StringBuilder(paint(row, pad(row.action(), ACTION)));
        for (StageCode stage : Grid.stages()) {
            text.append(' ').append(mark(row, stage));
        }
        String priority = Wording.number(row.priority());
        text.append(' ')
                .append(" ".repeat(Math.max(0, PRIORITY - priority.length())))
                .append(priority)
                .append("  ");
        int left = WIDTH - ACTION - 2 * Grid.stages().size() - PRIORITY - 3;
        return text.append(cut(Wording.why(row, grid.privacy()), left))
                .toString()
                .stripTrailing();
    }

    private String paint(Candidate row, String text) {
        return row.offered() ? ink.good(text) : text;
    }

    private String mark(Candidate row, StageCode stage) {
        return switch (Grid.cell(row, stage)) {
            case PASSED -> ".";
            case DROPPED -> ink.bad("x");
            case UNKNOWN -> ink.doubtful("?");
            case OFFERED -> ink.good(row.rank() < 10 ? Integer.toString(row.rank()) : "+");
            case NOT_ASKED -> " ";
        };
    }

    private String legend() {
        return ". passed   " + ink.bad("x") + " dropped here   " + ink.doubtful("?")
                + " dropped because a value is not known   " + ink.good("1") + " offered, and its rank\n"
                + "stages from left to right: " + stages(0, HALF) + ",\n" + " ".repeat(INDENT)
                + stages(HALF, Grid.stages().size()) + "\n";
    }

    private static String stages(int from, int to) {
        return Grid.stages().subList(from, to).stream().map(StageCode::code).collect(Collectors.joining(", "));
    }

    /** One candidate in full. */
    public String one(Candidate row) {
        StringBuilder text = new StringBuilder(head()).append('\n');
        text.append(ink.bold(row.action()))
                .append(" (")
                .append(row.issue())
                .append('/')
                .append(row.group())
                .append("): ");
        if (row.offered()) {
            text.append(ink.good("offered"))
                    .append(", rank ")
                    .append(row.rank())
                    .append('\n');
        } else {
            text.append(ink.bad("dropped"))
                    .append(" at ")
                    .append(row.stage().code())
                    .append('\n');
        }
        Why why = row.why();
        if (why != null) {
            why(text, why);
        }
        row.because()
                .forEach(reason -> field(
                        text,
                        "because",
                        (reason.rule() + " " + reason.reason()).strip() + " (" + reason.source() + ")"));
        factors(text, row);
        return text.toString();
    }

    private void why(StringBuilder text, Why why) {
        field(text, "rule", why.source().isEmpty() ? why.rule() : why.rule() + " (" + why.source() + ")");
        field(text, "reason", why.reason());
        Candidate.FailedTest test = why.test();
        if (test != null) {
            field(text, "column", test.column());
            field(text, "expected", test.expected());
            field(text, "actual", Wording.actual(test, grid.privacy()));
            String missing = test.missing();
            field(
                    text,
                    "verdict",
                    test.unknown() ? "unknown" + (missing == null ? "" : ": " + missing + " is missing") : "false");
        }
        Candidate.Limit limit = why.limit();
        if (limit != null) {
            field(text, "count", Wording.count(limit));
            var until = limit.until();
            field(
                    text,
                    "until",
                    until == null ? "" : Wording.time(until, playbook.settings().zone()));
        }
        why.near()
                .forEach(near -> field(
                        text,
                        "near",
                        near.rule() + ", " + near.failed() + (near.failed() == 1 ? " condition" : " conditions")
                                + " failed"));
    }

    private static void field(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %-10s %s\n", name, Characters.visible(value, 2_000)));
        }
    }

    private void factors(StringBuilder text, Candidate row) {
        for (Factor factor : Factor.of(row, grid)) {
            int full = (int) Math.round(factor.share() * BAR);
            text.append(String.format(
                    Locale.ROOT,
                    "  %s %-14s %10s  %s\n",
                    factor.letter(),
                    factor.name(),
                    Wording.number(factor.value()),
                    "#".repeat(full) + "-".repeat(BAR - full)));
        }
        Double priority = row.priority();
        if (priority != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-16s %10s  (bars: beside the largest of all candidates)\n",
                    "priority",
                    Wording.number(priority)));
        }
    }

    private static String pad(String text, int width) {
        String shown = cut(text, width);
        return shown + " ".repeat(width - shown.length());
    }

    private static String cut(String text, int width) {
        String shown = Characters.visible(text, width);
        return shown.length() <= width ? shown : shown.substring(0, width - 3) + "...";
    }
}
