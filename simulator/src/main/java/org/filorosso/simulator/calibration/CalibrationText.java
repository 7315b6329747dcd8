package org.filorosso.simulator.calibration;

import java.util.Locale;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/** A calibration for people, and for spreadsheets. */
public final class CalibrationText {
    private CalibrationText() {}

    /** A sentence, the rows, and what to beware of. */
    public static String of(Calibration calibration) {
        long fitted =
                calibration.rows().stream().filter(row -> row.left() == null).count();
        long moved = calibration.rows().stream().filter(CalibrationText::moved).count();
        long shrunk =
                calibration.rows().stream().filter(Calibration.Row::shrunk).count();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d offers: %d of %d rows fitted, %d of them off what was stated (95%%), %d with few data"
                        + " (shrunk).%n%n",
                calibration.offers(),
                fitted,
                calibration.rows().size(),
                moved,
                shrunk));
        TextTable table =
                new TextTable("row", "outcome", ">stated", ">fitted", ">error", ">low", ">high", ">answers", "");
        for (Calibration.Row row : calibration.rows()) {
            table.row(
                    row.id(),
                    String.join("|", row.outcomes()),
                    number(row.before()),
                    number(row.fitted()),
                    number(row.se()),
                    number(row.low()),
                    number(row.high()),
                    String.format(Locale.ROOT, "%,d", row.trials()),
                    remark(row));
        }
        text.append(table);
        calibration.notes().forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString().replace("\r\n", "\n");
    }

    private static boolean moved(Calibration.Row row) {
        Double before = row.before();
        Double low = row.low();
        Double high = row.high();
        return before != null && low != null && high != null && (before < low || before > high);
    }

    private static String remark(Calibration.Row row) {
        String left = row.left();
        if (left != null) {
            return "left: " + left;
        }
        return row.shrunk() ? "shrunk" : "";
    }

    private static String number(@Nullable Double number) {
        return number == null ? "" : Numbers.plain(number.doubleValue());
    }

    /** One row each of the world. */
    public static String csv(Calibration calibration) {
        CsvText csv = new CsvText()
                .row(
                        "id",
                        "line",
                        "outcomes",
                        "before",
                        "fitted",
                        "se",
                        "low",
                        "high",
                        "trials",
                        "priorShare",
                        "shrunk",
                        "left");
        for (Calibration.Row row : calibration.rows()) {
            csv.text(row.id()).number(row.line()).text(String.join("|", row.outcomes()));
            csv.number(row.before()).number(row.fitted()).number(row.se());
            csv.number(row.low()).number(row.high()).number(row.trials()).number(row.priorShare());
            csv.text(Boolean.toString(row.shrunk())).text(row.left()).end();
        }
        return csv.toString();
    }
}
