package org.filorosso.simulator.attribution;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What each channel, and each action, is credited with, beside what it cost.
 *
 * @param model by its name on the command line
 * @param channels in alphabetical order
 * @param actions in alphabetical order; null where paths tell channels only
 */
public record Credits(
        String model, Map<String, Line> channels, @Nullable Map<String, Line> actions) {

    /**
     * One channel or action; null is what is not known.
     *
     * @param share of all conversions, 0..1
     * @param cost what it took of the budget
     * @param costShare of what all took, 0..1
     * @param costPerConversion cost over credited conversions
     * @param roi credited value less cost, over cost
     */
    public record Line(
            double conversions,
            double value,
            @Nullable Double removalEffect,
            @Nullable Double share,
            @Nullable Double cost,
            @Nullable Double costShare,
            @Nullable Double costPerConversion,
            @Nullable Double roi) {

        static Line of(Credit credit, double all, @Nullable Double cost, double spent) {
            Double share = all > 0 ? credit.conversions() / all : null;
            if (cost == null || cost <= 0) {
                return new Line(
                        credit.conversions(), credit.value(), credit.removalEffect(), share, cost, null, null, null);
            }
            return new Line(
                    credit.conversions(),
                    credit.value(),
                    credit.removalEffect(),
                    share,
                    cost,
                    cost / spent,
                    credit.conversions() > 0 ? cost / credit.conversions() : null,
                    (credit.value() - cost) / cost);
        }
    }

    /**
     * Credits beside costs.
     *
     * @param costs by channel or action; some may be missing
     */
    public static Map<String, Line> lines(Map<String, Credit> credits, Map<String, Double> costs) {
        double all = credits.values().stream().mapToDouble(Credit::conversions).sum();
        double spent = costs.values().stream().mapToDouble(cost -> cost).sum();
        Map<String, Line> lines = new LinkedHashMap<>();
        new TreeMap<>(credits).forEach((name, credit) -> lines.put(name, Line.of(credit, all, costs.get(name), spent)));
        return lines;
    }

    /** For people: credits are shares of what was observed, not what a channel caused. */
    public String text() {
        StringBuilder text = new StringBuilder(sentence()).append("\n\n").append(table("channel", channels));
        if (actions != null) {
            text.append('\n').append(table("action", actions));
        }
        return text.toString();
    }

    private static TextTable table(String of, Map<String, Line> lines) {
        TextTable table = new TextTable(
                of,
                ">conversions",
                ">share",
                ">value",
                ">removal effect",
                ">cost",
                ">share of cost",
                ">cost/conversion",
                ">ROI");
        lines.forEach((name, one) -> table.row(
                name,
                String.format(Locale.ROOT, "%,.1f", one.conversions()),
                percent(one.share()),
                String.format(Locale.ROOT, "%,.1f", one.value()),
                percent(one.removalEffect()),
                one.cost() == null ? "" : Numbers.plain(one.cost()),
                percent(one.costShare()),
                one.costPerConversion() == null ? "" : Numbers.plain(one.costPerConversion()),
                one.roi() == null ? "" : Numbers.signedPercent(one.roi())));
        return table;
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "" : Numbers.percent(share);
    }

    private String sentence() {
        double all = channels.values().stream().mapToDouble(Line::conversions).sum();
        if (all == 0) {
            return "No conversion follows any of these paths: nothing to credit.";
        }
        String first = channels.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingDouble(Line::conversions)))
                .map(most -> most.getKey() + " is credited with most: "
                        + percent(most.getValue().share()))
                .orElse("Nothing");
        return first + String.format(Locale.ROOT, " of %,.0f conversions, by the model \"%s\". ", all, model)
                + "Credit follows the paths that were seen; what a channel caused, only a holdout tells.";
    }

    /** One row a channel, then one an action. */
    public String csv() {
        CsvText csv = new CsvText()
                .row(
                        "of",
                        "name",
                        "conversions",
                        "value",
                        "removalEffect",
                        "share",
                        "cost",
                        "costShare",
                        "costPerConversion",
                        "roi");
        rows(csv, "channel", channels);
        if (actions != null) {
            rows(csv, "action", actions);
        }
        return csv.toString();
    }

    private static void rows(CsvText csv, String of, Map<String, Line> lines) {
        lines.forEach((name, one) -> csv.text(of)
                .text(name)
                .number(one.conversions())
                .number(one.value())
                .number(one.removalEffect())
                .number(one.share())
                .number(one.cost())
                .number(one.costShare())
                .number(one.costPerConversion())
                .number(one.roi())
                .end());
    }
}
