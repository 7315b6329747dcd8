package org.filorosso.simulator.calibration;

import java.util.Locale;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/** A backtest for people, and for spreadsheets. */
public final class BacktestText {
    private BacktestText() {}

    /** The figure in a sentence, then the groups, and what to beware of. */
    public static String of(Backtest backtest) {
        StringBuilder text = new StringBuilder(sentence(backtest)).append("\n\n");
        TextTable table = new TextTable(
                "action",
                "channel",
                ">contacts",
                ">pred.",
                ">accepted",
                ">pred.",
                ">ratio",
                "95%",
                ">opt-outs",
                ">pred.");
        backtest.groups().forEach(group -> row(table, group.action(), group.channel(), group.figures()));
        row(table, "all", "", backtest.total());
        text.append(table);
        backtest.notes().forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    /** The figure in one sentence or two. */
    public static String sentence(Backtest backtest) {
        Ratio accepted = backtest.total().accepted();
        String figure = accepted.ratio() == null
                ? "nothing can be said of acceptances: no row of the world speaks of the offers"
                : String.format(
                        Locale.ROOT,
                        "%,d acceptances, %s times the %,.1f predicted (%s)",
                        accepted.real(),
                        number(accepted.ratio()),
                        accepted.predicted(),
                        range(accepted));
        String auc = backtest.auc() == null ? "" : "; AUC " + number(backtest.auc());
        Double within = backtest.within();
        String share = within == null ? "" : "; " + Numbers.percent(within) + " of the groups within their interval";
        return "Since " + backtest.cut() + " " + figure + auc + share + ". The world was "
                + (backtest.fitted() ? "fitted to what was before." : "taken as it is.");
    }

    private static void row(TextTable table, String action, String channel, Backtest.Figures figures) {
        table.row(
                action,
                channel,
                count(figures.contacts().real()),
                predicted(figures.contacts()),
                count(figures.accepted().real()),
                predicted(figures.accepted()),
                number(figures.accepted().ratio()),
                range(figures.accepted()),
                count(figures.optOuts().real()),
                predicted(figures.optOuts()));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String predicted(Ratio ratio) {
        return String.format(Locale.ROOT, "%,.1f", ratio.predicted());
    }

    private static String number(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%.3f", number);
    }

    private static String range(Ratio ratio) {
        return ratio.low() == null ? "" : number(ratio.low()) + " to " + number(ratio.high());
    }

    /** One row a group and figure; the total has neither action nor channel. */
    public static String csv(Backtest backtest) {
        CsvText csv = new CsvText().row("action", "channel", "figure", "predicted", "real", "ratio", "low", "high");
        rows(csv, "", "", backtest.total());
        backtest.groups().forEach(group -> rows(csv, group.action(), group.channel(), group.figures()));
        return csv.toString();
    }

    private static void rows(CsvText csv, String action, String channel, Backtest.Figures figures) {
        row(csv, action, channel, "contacts", figures.contacts());
        row(csv, action, channel, "accepted", figures.accepted());
        row(csv, action, channel, "opt-outs", figures.optOuts());
    }

    private static void row(CsvText csv, String action, String channel, String figure, Ratio ratio) {
        csv.text(action).text(channel).text(figure);
        csv.number(ratio.predicted()).number(ratio.real()).number(ratio.ratio());
        csv.number(ratio.low()).number(ratio.high()).end();
    }
}
