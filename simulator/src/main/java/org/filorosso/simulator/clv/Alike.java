package org.filorosso.simulator.clv;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Customers of whom models of purchases know the same.
 *
 * @param customers how many
 */
record Alike(Buyer buyer, double customers) {
    private static final Comparator<Buyer> ORDER =
            Comparator.comparing(Buyer::repeats).thenComparing(Buyer::recency).thenComparing(Buyer::age);

    /** By repeats, recency and age. */
    static List<Alike> of(Collection<Buyer> buyers) {
        Map<Buyer, Long> counts = buyers.stream()
                .collect(Collectors.groupingBy(one -> one, () -> new TreeMap<>(ORDER), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new Alike(entry.getKey(), entry.getValue()))
                .toList();
    }
}
