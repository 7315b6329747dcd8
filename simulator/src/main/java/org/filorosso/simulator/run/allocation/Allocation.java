package org.filorosso.simulator.run.allocation;

import java.util.Arrays;
import java.util.List;

/**
 * Who gets what: at most one option a customer, never more of a resource than there is, total worth within a small
 * distance of the most that is possible.
 *
 * <p>At the {@link ShadowPrices} nearly every customer's best option is clear. Customers take it in the order of what they
 * would lose without it, so that the few for whom it hardly matters stand back where a resource is short; then what is
 * left over goes to whom it adds most, and, where the marginal customers are few enough, pairs of them change places
 * (the last two after the core idea of E. Balas and E. Zemel, An algorithm for large zero-one knapsack problems,
 * Operations Research 28, 1980). Ties go by a hash of the customer's number and the seed, so that the head of a file has
 * no advantage.
 */
public final class Allocation {
    private static final int FILLS = 6;
    private static final int SCRAMBLE = 0x9E3779B1;
    private static final double BEFORE = 1e12;
    // a contact that is worth nothing, such as a service message, is still better than none
    private static final double HARDLY = 1e-9;

    private final Market market;
    private final double[] prices;
    private final double[] bundlePrices;
    private final long[] left;
    private final int[] chosen;
    private final int salt;

    private Allocation(Market market, double[] prices, long seed) {
        this.market = market;
        this.prices = prices;
        this.bundlePrices = market.bundlePrices(prices);
        this.left = market.left();
        this.chosen = new int[market.customers()];
        this.salt = Long.hashCode(seed * 0x9E3779B97F4A7C15L);
        Arrays.fill(chosen, Market.NONE);
    }

    /** @param seed decides ties */
    public static Allocation of(Market market, long seed) {
        Allocation allocation = new Allocation(market, ShadowPrices.of(market), seed);
        int[] order = allocation.byLoss();
        for (int customer : order) {
            allocation.assign(customer);
        }
        allocation.fill();
        if (!market.tiered()) {
            new Exchange(market, allocation.left, allocation.chosen).improve(order);
            allocation.fill();
        }
        return allocation;
    }

    /** The option of a customer, or {@link Market#NONE}. */
    public int option(int customer) {
        return chosen[customer];
    }

    /** What is left of each resource. */
    public long[] left() {
        return left.clone();
    }

    /** What one more unit of each resource would add, by resource. */
    public double[] prices() {
        return prices.clone();
    }

    /** Worth of all options given, summed in the order of customers. */
    public double total() {
        double total = 0;
        for (int option : chosen) {
            total += option == Market.NONE ? 0 : market.worth(option);
        }
        return total;
    }

    /**
     * What no allocation can exceed, whatever the ranks of options: the value of the dual at the prices found (weak
     * duality).
     */
    public double bound() {
        double bound = 0;
        List<Resource> resources = market.resources();
        for (int i = 0; i < prices.length; i++) {
            bound += prices[i] * resources.get(i).left();
        }
        for (int customer = 0; customer < market.customers(); customer++) {
            double best = 0;
            for (int option = market.from(customer); option < market.to(customer); option++) {
                best = Math.max(best, net(option));
            }
            bound += best;
        }
        return bound;
    }

    private double net(int option) {
        return market.worth(option) - bundlePrices[market.bundle(option)];
    }

    /** Customers by what they lose when they do not get what they want at these prices, most first. */
    private int[] byLoss() {
        float[] loss = new float[market.customers()];
        for (int customer = 0; customer < loss.length; customer++) {
            loss[customer] = (float) loss(customer);
        }
        return sorted(loss);
    }

    private double loss(int customer) {
        int wanted = market.demand(customer, bundlePrices);
        double second = 0;
        for (int option = market.from(customer); option < market.to(customer); option++) {
            if (option != wanted) {
                second = Math.max(second, net(option));
            }
        }
        return wanted == Market.NONE ? -1 : net(wanted) - second;
    }

    /** Customers by a figure, highest first, ties by hash. */
    private int[] sorted(float... figures) {
        long[] keys = new long[figures.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(figures[i]);
            int ascending = bits ^ ((bits >> 31) & 0x7fffffff);
            keys[i] = ((long) ~ascending << Integer.SIZE) | Integer.toUnsignedLong((i ^ salt) * SCRAMBLE);
        }
        Arrays.sort(keys);
        int back = inverse();
        int[] order = new int[keys.length];
        Arrays.setAll(order, i -> ((int) keys[i] * back) ^ salt);
        return order;
    }

    /** The odd number that undoes the scrambling, modulo 2^32, by Newton's steps. */
    private static int inverse() {
        int inverse = SCRAMBLE;
        for (int i = 0; i < 5; i++) {
            inverse *= 2 - SCRAMBLE * inverse;
        }
        return inverse;
    }

    /** The option worth its price that leaves most and fits; of the lowest rank where ranks differ. */
    private void assign(int customer) {
        int best = Market.NONE;
        for (int option = market.from(customer); option < market.to(customer); option++) {
            if (net(option) > 0 && market.needs(option).fit(left) && before(option, best)) {
                best = option;
            }
        }
        give(customer, best);
    }

    private boolean before(int option, int other) {
        return other == Market.NONE
                || market.tier(option) < market.tier(other)
                || (market.tier(option) == market.tier(other) && net(option) > net(other));
    }

    private void give(int customer, int option) {
        int old = chosen[customer];
        if (old != Market.NONE) {
            market.needs(old).take(left, -1);
        }
        if (option != Market.NONE) {
            market.needs(option).take(left, 1);
        }
        chosen[customer] = option;
    }

    /** What is left over goes to whom it adds most. */
    private void fill() {
        boolean moved = true;
        for (int i = 0; i < FILLS && moved; i++) {
            moved = false;
            float[] gains = new float[market.customers()];
            for (int customer = 0; customer < gains.length; customer++) {
                gains[customer] = (float) gain(customer, better(customer));
            }
            for (int customer : sorted(gains)) {
                if (gains[customer] <= 0) {
                    break;
                }
                int option = better(customer);
                moved |= option != chosen[customer];
                give(customer, option);
            }
        }
    }

    private double gain(int customer, int option) {
        int old = chosen[customer];
        if (option == old) {
            return 0;
        }
        double more = market.worth(option) - (old == Market.NONE ? -HARDLY : market.worth(old));
        return old != Market.NONE && market.tier(option) < market.tier(old) ? BEFORE + more : more;
    }

    /** The best option that fits into what is left and what the customer would give back, or the one he has. */
    private int better(int customer) {
        int best = chosen[customer];
        if (best != Market.NONE) {
            market.needs(best).take(left, -1);
        }
        for (int option = market.from(customer); option < market.to(customer); option++) {
            if (beats(option, best) && market.needs(option).fit(left)) {
                best = option;
            }
        }
        int old = chosen[customer];
        if (old != Market.NONE) {
            market.needs(old).take(left, 1);
        }
        return best;
    }

    private boolean beats(int option, int other) {
        return other == Market.NONE
                || market.tier(option) < market.tier(other)
                || (market.tier(option) == market.tier(other) && market.worth(option) > market.worth(other));
    }
}
