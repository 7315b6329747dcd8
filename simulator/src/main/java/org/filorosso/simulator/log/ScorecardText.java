package org.filorosso.simulator.log;

import java.util.Locale;
import org.filorosso.engine.score.Scorecard;
import org.filorosso.engine.score.Scorecard.Figure;
import org.filorosso.engine.score.Scorecard.Part;
import org.filorosso.engine.score.Scorecard.Score;
import org.filorosso.simulator.review.TextTable;
import org.jspecify.annotations.Nullable;

/** A scorecard as text for a terminal, and as CSV. */
public final class ScorecardText {
    private ScorecardText() {}

    /** Scores and parts in a table, then the worst offenders of each part and what was left out. */
    public static String of(Scorecard card) {
        TextTable table = new TextTable("", ">score", ">95% from", ">to", ">counted", ">of");
        StringBuilder rest = new StringBuilder();
        for (Score score : card.scores()) {
            table.row(score.name(), shown(score.score()), shown(score.low()), shown(score.high()), "", "");
            for (Part part : score.parts()) {
                table.row(cells(part));
                rest.append(rest(part));
            }
        }
        return card.subjects() + " subjects\n\n" + table + (rest.isEmpty() ? "" : "\n" + rest);
    }

    private static String[] cells(Part part) {
        Figure figure = part.figure();
        String name = "  " + part.name();
        return figure == null
                ? new String[] {name, "-", "", "", "", ""}
                : new String[] {
                    name,
                    shown(figure.score()),
                    shown(figure.low()),
                    shown(figure.high()),
                    shown(figure.numerator()),
                    shown(figure.denominator())
                };
    }

    private static String rest(Part part) {
        StringBuilder text = new StringBuilder();
        part.measures().forEach((name, value) -> text.append(String.format(Locale.ROOT, "  %s %.4f%n", name, value)));
        part.offenders()
                .forEach(one -> text.append("  ")
                        .append(one.name())
                        .append(": ")
                        .append(one.reason())
                        .append(", ")
                        .append(shown(one.count()))
                        .append(" of ")
                        .append(shown(one.of()))
                        .append('\n'));
        part.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        return text.isEmpty() ? "" : part.name() + "\n" + text.toString().replace("\r\n", "\n");
    }

    private static String shown(@Nullable Double number) {
        String text = number == null ? "-" : String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** One row a score and one a part. */
    public static String csv(Scorecard card) {
        CsvText csv = new CsvText().row("c", "part", "score", "low", "high", "numerator", "denominator", "interval");
        for (Score score : card.scores()) {
            csv.text(score.name())
                    .text("")
                    .number(score.score())
                    .number(score.low())
                    .number(score.high());
            csv.text("")
                    .text("")
                    .text(score.score() == null ? "" : "square and add")
                    .end();
            score.parts().forEach(part -> row(csv, score.name(), part));
        }
        return csv.toString();
    }

    private static void row(CsvText csv, String score, Part part) {
        Figure figure = part.figure();
        csv.text(score).text(part.name());
        if (figure == null) {
            csv.text("").text("").text("").text("").text("").text("").end();
        } else {
            csv.number(figure.score())
                    .number(figure.low())
                    .number(figure.high())
                    .number(figure.numerator())
                    .number(figure.denominator())
                    .text(figure.interval())
                    .end();
        }
    }
}
