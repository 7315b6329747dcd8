package org.filorosso.simulator.clv;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.TextTable;
import org.filorosso.simulator.stats.compare.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The scores of customers.
 *
 * @param at day that recency is counted back from
 * @param cuts of the scores
 * @param segments customers in each
 */
public record RfmScores(
        LocalDate at, Map<String, List<Double>> cuts, Map<String, Long> segments, List<Scored> customers) {

    /**
     * One customer.
     *
     * @param recency days since the last purchase
     * @param frequency purchases
     * @param monetary amount
     */
    public record Scored(
            String id, double recency, double frequency, double monetary, int r, int f, int m, String segment) {}

    /**
     * Scores customers.
     *
     * @param rfm cut points; null takes quintiles of these customers
     * @param since purchases after that day count for frequency and monetary value; null counts all
     */
    public static RfmScores of(Purchases purchases, @Nullable Rfm rfm, @Nullable LocalDate since) {
        List<Scored> raw = new ArrayList<>();
        purchases.perCustomer().forEach((id, days) -> {
            Map<LocalDate, Double> counted = since == null ? days : days.tailMap(since, false);
            double recency = ChronoUnit.DAYS.between(days.lastKey(), purchases.last());
            double amount = counted.values().stream().mapToDouble(one -> one).sum();
            raw.add(new Scored(id, recency, counted.size(), amount, 0, 0, 0, ""));
        });
        Rfm cut = rfm == null
                ? Rfm.quintiles(all(raw, Scored::recency), all(raw, Scored::frequency), all(raw, Scored::monetary))
                : rfm;
        List<Scored> scored = raw.stream().map(one -> scored(one, cut)).toList();
        Map<String, Long> segments = new TreeMap<>();
        scored.forEach(one -> segments.merge(one.segment(), 1L, Long::sum));
        return new RfmScores(purchases.last(), new TreeMap<>(cut.cuts()), segments, scored);
    }

    private static double[] all(List<Scored> customers, ToDoubleFunction<Scored> value) {
        return customers.stream().mapToDouble(value).toArray();
    }

    private static Scored scored(Scored one, Rfm cut) {
        int r = cut.recency(one.recency());
        int f = cut.frequency(one.frequency());
        int m = cut.monetary(one.monetary());
        return new Scored(one.id(), one.recency(), one.frequency(), one.monetary(), r, f, m, Rfm.segment(r, f));
    }

    /** One row a customer. */
    public String csv() {
        CsvText csv = new CsvText().row("id", "recency", "frequency", "monetary", "r", "f", "m", "segment");
        customers.forEach(one -> csv.text(one.id())
                .number((long) one.recency())
                .number((long) one.frequency())
                .number(one.monetary())
                .number(one.r())
                .number(one.f())
                .number(one.m())
                .text(one.segment())
                .end());
        return csv.toString();
    }

    /** The segments, largest first. */
    public String text() {
        TextTable table = new TextTable(
                "segment", ">customers", ">share", ">days since last", ">purchases", ">amount", ">share of amount");
        double amount = customers.stream().mapToDouble(Scored::monetary).sum();
        segments.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(segment -> {
                    List<Scored> own = customers.stream()
                            .filter(one -> one.segment().equals(segment.getKey()))
                            .toList();
                    double spent = own.stream().mapToDouble(Scored::monetary).sum();
                    table.row(
                            segment.getKey(),
                            Figures.count(segment.getValue()),
                            Figures.share(segment.getValue(), customers.size()),
                            mean(own, Scored::recency),
                            mean(own, Scored::frequency),
                            mean(own, Scored::monetary),
                            amount > 0 ? Numbers.percent(spent / amount) : "");
                });
        return Figures.count(customers.size()) + " customers on " + at + "; cut points: recency " + cuts.get("recency")
                + " days, frequency " + cuts.get("frequency") + ", monetary " + cuts.get("monetary")
                + ". Means per segment:\n\n" + table;
    }

    private static String mean(List<Scored> customers, ToDoubleFunction<Scored> value) {
        return Numbers.plain(customers.stream().mapToDouble(value).average().orElse(Double.NaN));
    }
}
