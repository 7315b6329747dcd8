package org.filorosso.simulator.review.reach;

import java.time.LocalDate;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.TextTable;
import org.jspecify.annotations.Nullable;

/** Whom a target reaches as text for a terminal, and as CSV. */
public final class ReachText {
    private static final int BAR = 40;
    private static final int HOLDS = 30;

    private ReachText() {}

    /** The report for a terminal of 100 columns. */
    public static String of(Reach reach) {
        return summary(reach) + "\n" + chart(reach) + "\n" + holds(reach);
    }

    private static String summary(Reach reach) {
        return "target " + reach.target() + ": " + Figures.count(reach.heads()) + " of "
                + Figures.count(reach.customers()) + " customers (" + Figures.share(reach.heads(), reach.customers())
                + ")\na head is a customer for whom at least one action of the target survives the stages before\n"
                + "placement; profiles are taken as they are today\n";
    }

    private static String chart(Reach reach) {
        long most = Math.max(
                1, reach.days().stream().mapToLong(Reach.Day::heads).max().orElse(1));
        TextTable chart = new TextTable("day", "date", ">heads", ">newly", "");
        reach.days()
                .forEach(day -> chart.row(
                        day.day() == 0 ? "today" : "+" + day.day(),
                        day.date().toString(),
                        Figures.count(day.heads()),
                        Figures.count(day.newly()),
                        "#".repeat((int) Math.round((double) BAR * day.heads() / most))));
        return chart.toString();
    }

    private static String holds(Reach reach) {
        if (reach.holds().isEmpty()) {
            return "nobody is held\n";
        }
        TextTable holds = new TextTable("held at", "by", ">heads", ">share", "comes free", "reason");
        reach.holds().stream()
                .limit(HOLDS)
                .forEach(hold -> holds.row(
                        hold.stage(),
                        hold.rule(),
                        Figures.count(hold.heads()),
                        Figures.share(hold.heads(), reach.customers()),
                        free(hold),
                        hold.reason()));
        int more = reach.holds().size() - HOLDS;
        return holds + (more > 0 ? "(" + more + " more; --format csv or json has all)\n" : "");
    }

    private static String free(Reach.Hold hold) {
        if (hold.free() == 0) {
            return "not in these days";
        }
        String whom = hold.free() == hold.heads() ? "" : Figures.count(hold.free()) + ": ";
        boolean once = String.valueOf(hold.next()).equals(String.valueOf(hold.last()));
        return whom + hold.next() + (once ? "" : " to " + hold.last());
    }

    /** Two kinds of rows: {@code day} and {@code held}. */
    public static String csv(Reach reach) {
        CsvText csv = new CsvText()
                .row(
                        "row",
                        "day",
                        "date",
                        "stage",
                        "rule",
                        "source",
                        "reason",
                        "heads",
                        "share",
                        "newly or free",
                        "free from",
                        "free to");
        for (Reach.Day day : reach.days()) {
            csv.text("day")
                    .number(day.day())
                    .text(day.date().toString())
                    .text("")
                    .text("")
                    .text("")
                    .text("");
            csv.number(day.heads()).number(share(day.heads(), reach)).number(day.newly());
            csv.text("").text("").end();
        }
        for (Reach.Hold hold : reach.holds()) {
            csv.text("held").number(0).text(reach.days().get(0).date().toString());
            csv.text(hold.stage()).text(hold.rule()).text(hold.source()).text(hold.reason());
            csv.number(hold.heads()).number(share(hold.heads(), reach)).number(hold.free());
            csv.text(date(hold.next())).text(date(hold.last())).end();
        }
        return csv.toString();
    }

    private static double share(long heads, Reach reach) {
        return reach.customers() == 0 ? 0 : (double) heads / reach.customers();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
