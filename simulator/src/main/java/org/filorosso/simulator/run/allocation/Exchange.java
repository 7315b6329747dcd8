package org.filorosso.simulator.run.allocation;

/**
 * Lets pairs of customers change places where both together gain: one takes what he would rather have, the other, who
 * holds what is missing for it, takes his next best. Only the marginal customers are looked at, those who lose least by
 * changing. Sequential; the first gain found is taken.
 */
final class Exchange {
    private static final int MARGINAL = 2_000;
    private static final int ROUNDS = 20;
    private static final double GAIN = 1e-9;

    private final Market market;
    private final long[] left;
    private final int[] chosen;

    /** Both arrays are changed. */
    Exchange(Market market, long[] left, int[] chosen) {
        this.market = market;
        this.left = left;
        this.chosen = chosen;
    }

    /** @param order customers, those who lose most first */
    void improve(int... order) {
        int[] marginal = marginal(order);
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = false;
            for (int customer : marginal) {
                moved |= improve(customer, marginal);
            }
        }
    }

    /** Those at the end of the order, and of them only who has anything to choose from. */
    private int[] marginal(int... order) {
        int[] found = new int[Math.min(MARGINAL, order.length)];
        int count = 0;
        for (int i = order.length - 1; i >= 0 && count < found.length; i--) {
            if (market.to(order[i]) > market.from(order[i])) {
                found[count++] = order[i];
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    private boolean improve(int customer, int... others) {
        for (int option = market.from(customer); option < market.to(customer); option++) {
            double gain = market.worth(option) - worth(chosen[customer]);
            if (gain > GAIN && makeRoom(customer, option, gain, others)) {
                return true;
            }
        }
        return false;
    }

    private boolean makeRoom(int customer, int option, double gain, int... others) {
        int old = chosen[customer];
        take(old, -1);
        Needs needs = market.needs(option);
        if (needs.fit(left)) {
            take(option, 1);
            chosen[customer] = option;
            return true;
        }
        for (int other : others) {
            int held = chosen[other];
            if (other != customer
                    && held != Market.NONE
                    && needs.shortOfWhat(market.needs(held), left)
                    && swap(customer, option, other, gain)) {
                return true;
            }
        }
        take(old, 1);
        return false;
    }

    /** Called with the customer's own option given back. */
    private boolean swap(int customer, int option, int other, double gain) {
        int held = chosen[other];
        take(held, -1);
        if (market.needs(option).fit(left)) {
            take(option, 1);
            int next = best(other);
            if (gain + worth(next) - worth(held) > GAIN) {
                take(next, 1);
                chosen[customer] = option;
                chosen[other] = next;
                return true;
            }
            take(option, -1);
        }
        take(held, 1);
        return false;
    }

    private int best(int customer) {
        int best = Market.NONE;
        for (int option = market.from(customer); option < market.to(customer); option++) {
            if (market.worth(option) > worth(best) && market.needs(option).fit(left)) {
                best = option;
            }
        }
        return best;
    }

    private void take(int option, int times) {
        if (option != Market.NONE) {
            market.needs(option).take(left, times);
        }
    }

    private double worth(int option) {
        return option == Market.NONE ? 0 : market.worth(option);
    }
}
