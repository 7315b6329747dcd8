package org.filorosso.simulator.attribution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What each channel is credited with, beside what it cost.
 *
 * @param model by its name on the command line
 * @param channels in alphabetical order
 */
public record Credits(String model, Map<String, ChannelCredit> channels) {

    /**
     * One channel; null is what is not known.
     *
     * @param costPerConversion cost over credited conversions
     * @param roi credited value less cost, over cost
     */
    public record ChannelCredit(
            double conversions,
            double value,
            @Nullable Double removalEffect,
            @Nullable Double cost,
            @Nullable Double costPerConversion,
            @Nullable Double roi) {

        static ChannelCredit of(Credit credit, @Nullable Double cost) {
            boolean paid = cost != null && cost > 0;
            return new ChannelCredit(
                    credit.conversions(),
                    credit.value(),
                    credit.removalEffect(),
                    cost,
                    paid && credit.conversions() > 0 ? cost / credit.conversions() : null,
                    paid ? (credit.value() - cost) / cost : null);
        }
    }

    /** @param costs by channel; channels may be missing */
    public static Credits of(String model, Map<String, Credit> credits, Map<String, Double> costs) {
        Map<String, ChannelCredit> channels = new LinkedHashMap<>();
        new TreeMap<>(credits)
                .forEach((channel, credit) -> channels.put(channel, ChannelCredit.of(credit, costs.get(channel))));
        return new Credits(model, channels);
    }

    /** For people: credits are shares of what was observed, not what a channel caused. */
    public String text() {
        double all = channels.values().stream()
                .mapToDouble(ChannelCredit::conversions)
                .sum();
        TextTable table = new TextTable(
                "channel", ">conversions", ">share", ">value", ">removal effect", ">cost", ">cost/conversion", ">ROI");
        channels.forEach((channel, one) -> table.row(
                channel,
                String.format(java.util.Locale.ROOT, "%,.1f", one.conversions()),
                all > 0 ? Numbers.percent(one.conversions() / all) : "",
                String.format(java.util.Locale.ROOT, "%,.1f", one.value()),
                one.removalEffect() == null ? "" : Numbers.percent(one.removalEffect()),
                one.cost() == null ? "" : Numbers.plain(one.cost()),
                one.costPerConversion() == null ? "" : Numbers.plain(one.costPerConversion()),
                one.roi() == null ? "" : Numbers.signedPercent(one.roi())));
        return sentence(all) + "\n\n" + table;
    }

    private String sentence(double all) {
        String first = channels.entrySet().stream()
                .max(Map.Entry.comparingByValue(java.util.Comparator.comparingDouble(ChannelCredit::conversions)))
                .map(most -> most.getKey() + " is credited with most: "
                        + Numbers.percent(all > 0 ? most.getValue().conversions() / all : 0))
                .orElse("Nothing");
        return first + String.format(java.util.Locale.ROOT, " of %,.0f conversions, by the model \"%s\". ", all, model)
                + "Credit follows the paths that were seen; what a channel caused, only a holdout tells.";
    }

    /** One row a channel. */
    public String csv() {
        CsvText csv = new CsvText()
                .row("channel", "conversions", "value", "removalEffect", "cost", "costPerConversion", "roi");
        channels.forEach((channel, one) -> csv.text(channel)
                .number(one.conversions())
                .number(one.value())
                .number(one.removalEffect())
                .number(one.cost())
                .number(one.costPerConversion())
                .number(one.roi())
                .end());
        return csv.toString();
    }
}
