package org.filorosso.simulator.clv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.data.Columns;
import org.jspecify.annotations.Nullable;

/**
 * Purchases of customers by day, from a CSV of transactions in any order. Those of one day are one purchase. Memory holds each day
 * on which a customer bought.
 *
 * @param perCustomer value by day, by customer, both in order
 * @param last day of the file
 */
public record Purchases(Map<String, TreeMap<LocalDate, Double>> perCustomer, LocalDate last) {
    private static final int ISO = 10;
    private static final int BASIC = 8;

    /**
     * Columns of transactions.
     *
     * @param date ISO, with or without a time, or {@code 19970131}
     * @param amount null where values are not known
     */
    public record Layout(String id, String date, @Nullable String amount) {}

    /**
     * Reads transactions.
     *
     * @param until later ones are left out; null takes all
     * @param flaws takes the rows that are skipped
     * @throws FlawException if the file cannot be read, or holds no purchase
     */
    public static Purchases read(DataFile file, Layout layout, @Nullable LocalDate until, Flaws flaws)
            throws FlawException {
        Map<String, TreeMap<LocalDate, Double>> perCustomer = new TreeMap<>();
        LocalDate last = LocalDate.MIN;
        List<String> numbers = layout.amount == null ? List.of() : List.of(layout.amount);
        try (Columns columns = Columns.open(file, Columns.Asked.of(List.of(layout.id, layout.date), numbers), flaws)) {
            while (columns.next()) {
                LocalDate day = day(columns.text(1));
                if (day == null) {
                    columns.skip(layout.date, columns.text(1), "is no date", "Maybe 1997-01-31 or 19970131.");
                } else if (until == null || !day.isAfter(until)) {
                    last = day.isAfter(last) ? day : last;
                    perCustomer
                            .computeIfAbsent(columns.text(0), id -> new TreeMap<>())
                            .merge(day, layout.amount == null ? 0 : columns.number(0), Double::sum);
                }
            }
        }
        if (perCustomer.isEmpty()) {
            throw flaws.end(Flaw.of(file.name(), "holds no purchase", "Maybe a later --at."));
        }
        return new Purchases(perCustomer, until == null ? last : until);
    }

    /** The day of a text, or null. */
    public static @Nullable LocalDate day(String text) {
        try {
            return text.length() == BASIC
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text.substring(0, Math.min(ISO, text.length())));
        } catch (DateTimeException e) {
            return null; // the caller tells where it stands
        }
    }

    /**
     * What the models need, by customer.
     *
     * @param days in a unit of time
     */
    public List<Buyer> buyers(double days) {
        List<Buyer> buyers = new ArrayList<>();
        perCustomer.forEach((id, purchases) -> {
            int repeats = purchases.size() - 1;
            double first = purchases.firstKey().toEpochDay();
            double value = purchases.tailMap(purchases.firstKey(), false).values().stream()
                    .mapToDouble(amount -> amount)
                    .average()
                    .orElse(0);
            buyers.add(new Buyer(
                    id,
                    repeats,
                    (purchases.lastKey().toEpochDay() - first) / days,
                    (last.toEpochDay() - first) / days,
                    value));
        });
        return buyers;
    }
}
