package org.filorosso.simulator.run.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The customers of a run and what each could be offered, packed: 4 bytes a customer and 13 bytes an option, and some 100
 * bytes for each different bundle of needs. Customers are numbered from 0 in the order in which they were added. Not
 * thread-safe.
 */
public final class Market {

    /** No option: the customer is left alone. */
    public static final int NONE = -1;

    private static final int START = 1 << 10;
    private static final int MOST_TIER = Byte.MAX_VALUE;

    private final List<Resource> resources;
    private final List<Needs> bundles = new ArrayList<>();
    private final Map<Needs, Integer> numbers = new HashMap<>();
    private double[] worth = new double[START];
    private int[] bundle = new int[START];
    private byte[] tier = new byte[START];
    private int[] first = new int[START];
    private int customers;
    private int options;
    private boolean tiered;

    public Market(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    /** Begins the next customer; options added from now on are his. */
    public void customer() {
        if (customers + 2 >= first.length) {
            first = Arrays.copyOf(first, first.length * 2);
        }
        first[++customers] = options;
    }

    /**
     * Adds an option to the last customer.
     *
     * @param value what the contact is worth, finite and not negative
     * @param rank options of a lower rank go before those of a higher one, whatever they are worth; from 0
     */
    public void option(double value, int rank, Needs needs) {
        if (options == worth.length) {
            grow();
        }
        worth[options] = value;
        tier[options] = (byte) Math.min(rank, MOST_TIER);
        bundle[options] = numbers.computeIfAbsent(needs, unseen -> {
            bundles.add(unseen);
            return bundles.size() - 1;
        });
        tiered |= rank != tier[first[customers - 1]];
        options++;
        first[customers] = options;
    }

    private void grow() {
        worth = Arrays.copyOf(worth, options * 2);
        bundle = Arrays.copyOf(bundle, options * 2);
        tier = Arrays.copyOf(tier, options * 2);
    }

    List<Resource> resources() {
        return resources;
    }

    List<Needs> bundles() {
        return bundles;
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** The first option of a customer. */
    public int from(int customer) {
        return first[customer];
    }

    /** After the last option of a customer. */
    public int to(int customer) {
        return first[customer + 1];
    }

    public double worth(int option) {
        return worth[option];
    }

    int bundle(int option) {
        return bundle[option];
    }

    Needs needs(int option) {
        return bundles.get(bundle[option]);
    }

    int tier(int option) {
        return tier[option];
    }

    /** Whether some customer has options of different ranks. */
    boolean tiered() {
        return tiered;
    }

    /** What there is at the start, by resource. */
    long[] left() {
        return resources.stream().mapToLong(Resource::left).toArray();
    }

    /** What each bundle costs at prices per unit. */
    double[] bundlePrices(double... prices) {
        return bundles.stream().mapToDouble(needs -> needs.price(prices)).toArray();
    }

    /**
     * The option that a customer takes at these prices: of the lowest rank that has one worth more than it costs, the one
     * that leaves most; the earlier of two that leave the same.
     *
     * @return {@link #NONE} where nothing is worth its price
     */
    int demand(int customer, double... bundlePrices) {
        int best = NONE;
        double most = 0;
        for (int option = first[customer]; option < first[customer + 1]; option++) {
            double net = worth[option] - bundlePrices[bundle[option]];
            if (net > 0 && (best == NONE || tier[option] < tier[best] || (tier[option] == tier[best] && net > most))) {
                best = option;
                most = net;
            }
        }
        return best;
    }
}
