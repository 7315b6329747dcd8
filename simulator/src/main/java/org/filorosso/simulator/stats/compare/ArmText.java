package org.filorosso.simulator.stats.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.ArmReport.Guarded;

/** A comparison for people, and for spreadsheets. */
public final class ArmText {
    private static final String[] COLUMNS = {
        "segment",
        "metric",
        "type",
        "arm",
        "control",
        "n",
        "nControl",
        "estimate",
        "controlEstimate",
        "absoluteLift",
        "absoluteSe",
        "absoluteLow",
        "absoluteHigh",
        "relativeLift",
        "relativeSe",
        "relativeLow",
        "relativeHigh",
        "statistic",
        "df",
        "pValue",
        "adjustedPValue",
        "varianceReduction",
        "probabilityToBeat",
        "expectedLoss",
        "pairs",
        "pairsDiffering"
    };

    private ArmText() {}

    /** The verdict, what looks wrong, then the tables. */
    public static String of(ArmReport report) {
        StringBuilder text = new StringBuilder(report.verdict()).append("\n\n");
        text.append(sizes(report.srm())).append('\n');
        report.warnings()
                .forEach(warning -> text.append("Note: ").append(warning).append('\n'));
        text.append('\n').append(table(report, report.comparisons()));
        if (!report.guardrails().isEmpty()) {
            text.append("\nGuardrails\n").append(guardrails(report.guardrails()));
        }
        looks(report, text);
        for (ArmReport.Segment segment : report.segments()) {
            text.append("\nSegment ").append(segment.segment()).append(" (exploratory, corrected over all segments)\n");
            text.append(
                    segment.comparisons().isEmpty()
                            ? "too few units\n"
                            : table(report, segment.comparisons()).toString());
        }
        return text.toString();
    }

    private static String sizes(ArmReport.Srm srm) {
        String arms = srm.arms().entrySet().stream()
                .map(arm -> arm.getKey() + " " + String.format(Locale.ROOT, "%,d", arm.getValue()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Sizes %s: %s (chi-square %.4g, df %d, %s).",
                srm.failed() ? "MISMATCH" : "as they should be",
                arms,
                srm.chiSquare(),
                srm.df(),
                Numbers.equation(srm.pValue()));
    }

    private static TextTable table(ArmReport report, List<Comparison> comparisons) {
        boolean bayesian = report.settings().method().equals(Plan.Method.BAYESIAN.code());
        boolean corrected = !bayesian
                && comparisons.stream()
                        .anyMatch(one -> one.pValue() != null && !one.pValue().equals(one.adjustedPValue()));
        String last = bayesian ? ">P(beats)" : corrected ? ">p corrected" : ">p";
        TextTable table = new TextTable(
                "metric", "arm", ">estimate", ">control", ">difference", "interval", ">relative", "interval", last);
        for (Comparison one : comparisons) {
            table.row(
                    one.metric(),
                    one.arm(),
                    Numbers.plain(one.estimate()),
                    Numbers.plain(one.controlEstimate()),
                    Numbers.signed(one.absolute().lift()),
                    one.tied() ? "no pair differs" : Numbers.range(one.absolute()),
                    Numbers.signedPercent(one.relative().lift()),
                    percents(one.relative()),
                    bayesian ? Numbers.plain(one.probabilityToBeat()) : Numbers.pValue(one.adjustedPValue()));
        }
        return table;
    }

    private static String percents(Lift lift) {
        if (lift.low() == null && lift.high() == null) {
            return "";
        }
        return lift.low() == null
                ? "at most " + Numbers.signedPercent(lift.high())
                : lift.high() == null
                        ? "at least " + Numbers.signedPercent(lift.low())
                        : Numbers.signedPercent(lift.low()) + " to " + Numbers.signedPercent(lift.high());
    }

    private static TextTable guardrails(List<Guarded> guardrails) {
        TextTable table = new TextTable("metric", "arm", "margin", ">difference", ">worst allowed", ">p", "verdict");
        for (Guarded one : guardrails) {
            table.row(
                    one.metric(),
                    one.arm(),
                    one.allows(),
                    one.relative() ? Numbers.signedPercent(one.lift()) : Numbers.signed(one.lift()),
                    one.relative() ? Numbers.signedPercent(one.bound()) : Numbers.signed(one.bound()),
                    Numbers.pValue(one.pValue()),
                    one.verdict());
        }
        return table;
    }

    private static void looks(ArmReport report, StringBuilder text) {
        List<Double> critical = report.settings().critical();
        if (critical != null) {
            text.append("\nLook ")
                    .append(report.settings().look())
                    .append(" of ")
                    .append(critical.size())
                    .append("; critical z: ")
                    .append(critical.stream().map(Numbers::plain).collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    /** One row a comparison; those of segments have the segment's name. */
    public static String csv(ArmReport report) {
        CsvText csv = new CsvText().row(COLUMNS);
        report.comparisons().forEach(one -> row(csv, "", one));
        report.segments().forEach(segment -> segment.comparisons().forEach(one -> row(csv, segment.segment(), one)));
        return csv.toString();
    }

    private static void row(CsvText csv, String segment, Comparison one) {
        csv.text(segment).text(one.metric()).text(one.type()).text(one.arm()).text(one.control());
        csv.number(one.n()).number(one.nControl()).number(one.estimate()).number(one.controlEstimate());
        for (Lift lift : List.of(one.absolute(), one.relative())) {
            csv.number(lift.lift()).number(lift.se()).number(lift.low()).number(lift.high());
        }
        csv.number(one.statistic()).number(one.df()).number(one.pValue()).number(one.adjustedPValue());
        csv.number(one.varianceReduction()).number(one.probabilityToBeat()).number(one.expectedLoss());
        Comparison.Pairs pairs = one.pairs();
        csv.number(pairs == null ? null : pairs.n())
                .number(pairs == null ? null : pairs.differing())
                .end();
    }
}
