package org.filorosso.simulator.run.allocation;

import java.util.Arrays;

/**
 * What one more unit of each resource would add to total priority: the dual prices of the allocation's linear relaxation.
 *
 * <p>Projected subgradient steps on the Lagrangian dual, shrinking geometrically (the dual is piecewise linear, so that
 * such steps converge linearly: J.-L. Goffin, On convergence rates of subgradient optimization methods, Mathematical
 * Programming 13, 1977, 329-347). A price moves with the excess of demand over what is left. It starts from and is scaled
 * by the price at which the resource alone would clear, above which it cannot be. Prices are found on a sample of the
 * customers first and then moved on all of them. Sequential, so that the same market gives the same bits.
 */
final class ShadowPrices {
    private static final int SAMPLE = 20_000;
    private static final int COARSE_STEPS = 600;
    private static final int FINE_STEPS = 60;
    private static final double COARSE = 0.5;
    private static final double FINE = 0.02;
    private static final double LAST = 1e-4;

    private final Market market;
    private final int[] sample;
    private final double[] left;
    private final double[] most;

    private ShadowPrices(Market market, int[] sample) {
        this.market = market;
        this.sample = sample;
        double share = market.customers() == 0 ? 0 : (double) sample.length / market.customers();
        this.left = market.resources().stream()
                .mapToDouble(resource -> resource.left() * share)
                .toArray();
        this.most = new double[left.length];
    }

    /** Prices per unit, by resource; 0 where there is enough for all. */
    static double[] of(Market market) {
        int customers = market.customers();
        int stride = Math.max(1, (customers + SAMPLE - 1) / SAMPLE);
        ShadowPrices coarse = new ShadowPrices(market, every(stride, customers));
        coarse.bound();
        double[] prices = coarse.walk(new double[coarse.left.length], COARSE, COARSE_STEPS);
        if (stride == 1) {
            return prices;
        }
        ShadowPrices fine = new ShadowPrices(market, every(1, customers));
        fine.bound();
        return fine.walk(prices, FINE, FINE_STEPS);
    }

    private static int[] every(int stride, int customers) {
        int[] sample = new int[(customers + stride - 1) / stride];
        Arrays.setAll(sample, i -> i * stride);
        return sample;
    }

    /** The price at which each resource alone would clear: the best it brings to whom the last unit would go. */
    private void bound() {
        for (int resource = 0; resource < left.length; resource++) {
            most[resource] = clearing(resource);
        }
    }

    private double clearing(int resource) {
        double[] bids = new double[sample.length];
        double wanted = 0;
        int bidders = 0;
        for (int i = 0; i < sample.length; i++) {
            double units = 0;
            for (int option = market.from(sample[i]); option < market.to(sample[i]); option++) {
                double taken = units(market.needs(option), resource);
                if (taken > 0) {
                    units = Math.max(units, taken);
                    bids[i] = Math.max(bids[i], market.worth(option) / taken);
                }
            }
            wanted += units;
            bidders += units > 0 ? 1 : 0;
        }
        if (wanted <= left[resource]) {
            return 0;
        }
        Arrays.sort(bids);
        int served = (int) Math.min(bidders - 1L, (long) (left[resource] * bidders / wanted));
        return bids[bids.length - 1 - served];
    }

    private static double units(Needs needs, int resource) {
        for (int i = 0; i < needs.size(); i++) {
            if (needs.resource(i) == resource) {
                return needs.units(i);
            }
        }
        return 0;
    }

    private double[] walk(double[] start, double firstStep, int steps) {
        double[] prices = start.clone();
        double shrink = Math.pow(LAST / firstStep, 1.0 / steps);
        double step = firstStep;
        for (int i = 0; i < steps; i++) {
            double[] excess = excess(demand(prices));
            double steepest = Math.max(1, Arrays.stream(excess).max().orElse(1));
            for (int resource = 0; resource < prices.length; resource++) {
                double moved = prices[resource] + step * most[resource] * excess[resource] / steepest;
                prices[resource] = Math.max(0, Math.min(most[resource], moved));
            }
            step *= shrink;
        }
        return prices;
    }

    /** Demand above what is left, as a share of it; from -1. */
    private double[] excess(double... demand) {
        double[] excess = new double[demand.length];
        Arrays.setAll(excess, i -> (demand[i] - left[i]) / Math.max(left[i], 1));
        return excess;
    }

    private double[] demand(double... prices) {
        double[] bundlePrices = market.bundlePrices(prices);
        long[] taken = new long[bundlePrices.length];
        for (int customer : sample) {
            int option = market.demand(customer, bundlePrices);
            if (option != Market.NONE) {
                taken[market.bundle(option)]++;
            }
        }
        double[] demand = new double[prices.length];
        for (int i = 0; i < taken.length; i++) {
            Needs needs = market.bundles().get(i);
            for (int j = 0; j < needs.size(); j++) {
                demand[needs.resource(j)] += (double) taken[i] * needs.units(j);
            }
        }
        return demand;
    }
}
