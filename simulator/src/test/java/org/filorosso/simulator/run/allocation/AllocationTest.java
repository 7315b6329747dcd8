package org.filorosso.simulator.run.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hazard: more is given away than there is, or much less is made of it than could be. */
class AllocationTest {
    private static final int CASES = 60;

    /** A market as plain lists, so that the oracle shares nothing with what it judges. */
    private record Plain(long[] left, List<List<Option>> customers) {
        Market market() {
            Market market = new Market(IntStream.range(0, left.length)
                    .mapToObj(i -> new Resource("thing", "r" + i, left[i]))
                    .toList());
            for (List<Option> options : customers) {
                market.customer();
                options.forEach(
                        option -> market.option(option.worth, option.rank, new Needs(option.resources, option.units)));
            }
            return market;
        }
    }

    private record Option(double worth, int rank, int[] resources, long[] units) {}

    @TestFactory
    Stream<DynamicTest> isWithinOnePercentOfTheOptimumAndNeverAboveALimit() {
        return IntStream.range(0, CASES)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Plain plain = random(new Random(seed), seed % 3);
                    Market market = plain.market();

                    Allocation allocation = Allocation.of(market, 1);

                    double optimum = optimum(plain);
                    assertThat(used(plain, market, allocation)).isEqualTo(allocation.left());
                    assertThat(java.util.Arrays.stream(allocation.left())).allMatch(left -> left >= 0);
                    assertThat(allocation.total()).isBetween(optimum * 0.99, optimum * (1 + 1e-9));
                    assertThat(allocation.bound()).isGreaterThanOrEqualTo(optimum * (1 - 1e-9));
                }));
    }

    /** Channels with capacities, actions with caps, a budget charged by different amounts. */
    private static Plain random(Random random, int kind) {
        int channels = 1 + random.nextInt(4);
        int actions = 1 + random.nextInt(6);
        int customers = 60 + random.nextInt(90);
        int budget = channels + actions;
        long[] left = new long[budget + 1];
        for (int i = 0; i < channels; i++) {
            left[i] = random.nextInt(customers);
        }
        for (int i = channels; i < budget; i++) {
            left[i] = random.nextInt(3) == 0 ? customers : random.nextInt(customers / 2);
        }
        left[budget] = kind == 2 ? 5_000_000L * random.nextInt(customers) : Long.MAX_VALUE / 4;
        List<List<Option>> all = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            List<Option> options = new ArrayList<>();
            double base = kind == 0 ? 10 : random.nextDouble() * 100;
            for (int channel = 0; channel < channels; channel++) {
                for (int action = 0; action < actions; action++) {
                    if (random.nextInt(3) > 0) {
                        double worth = Math.rint(base + random.nextInt(40));
                        int[] resources = {channel, channels + action, budget};
                        options.add(new Option(
                                worth, 0, resources, new long[] {1, 1, 1_000_000L * (1 + random.nextInt(9))}));
                    }
                }
            }
            all.add(options);
        }
        return new Plain(left, all);
    }

    /** What is left by counting the options given. */
    private static long[] used(Plain plain, Market market, Allocation allocation) {
        long[] left = plain.left.clone();
        for (int i = 0; i < market.customers(); i++) {
            int option = allocation.option(i);
            if (option != Market.NONE) {
                Option given = plain.customers.get(i).get(option - market.from(i));
                for (int j = 0; j < given.resources.length; j++) {
                    left[given.resources[j]] -= given.units[j];
                }
            }
        }
        return left;
    }

    /** The linear relaxation by the library's simplex: no allocation is worth more. */
    private static double optimum(Plain plain) {
        int variables = plain.customers.stream().mapToInt(List::size).sum();
        double[] worth = new double[variables];
        double[][] taken = new double[plain.left.length][variables];
        List<LinearConstraint> constraints = new ArrayList<>();
        int variable = 0;
        for (List<Option> options : plain.customers) {
            double[] one = new double[variables];
            for (Option option : options) {
                worth[variable] = option.worth;
                one[variable] = 1;
                for (int i = 0; i < option.resources.length; i++) {
                    taken[option.resources[i]][variable] = option.units[i] / scale(option.resources[i], plain);
                }
                variable++;
            }
            constraints.add(new LinearConstraint(one, Relationship.LEQ, 1));
        }
        for (int i = 0; i < taken.length; i++) {
            constraints.add(new LinearConstraint(taken[i], Relationship.LEQ, plain.left[i] / scale(i, plain)));
        }
        PointValuePair best = new SimplexSolver()
                .optimize(
                        new MaxIter(100_000),
                        new LinearObjectiveFunction(worth, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true));
        return best.getValue();
    }

    /** Money, the last resource, in whole units: the solver takes what is very small for nothing. */
    private static double scale(int resource, Plain plain) {
        return resource == plain.left.length - 1 ? 1e6 : 1;
    }

    @Test
    void twoEqualChannelsAreBothFilled() {
        Market market = new Market(List.of(new Resource("channel", "a", 30), new Resource("channel", "b", 20)));
        for (int i = 0; i < 200; i++) {
            market.customer();
            market.option(i, 0, new Needs(new int[] {0}, new long[] {1}));
            market.option(i, 0, new Needs(new int[] {1}, new long[] {1}));
        }

        Allocation allocation = Allocation.of(market, 1);

        assertThat(allocation.left()).containsExactly(0, 0);
        assertThat(allocation.total())
                .isEqualTo(IntStream.range(150, 200).asDoubleStream().sum());
        assertThat(java.util.Arrays.stream(allocation.prices()).boxed())
                .allSatisfy(price -> assertThat(price).isCloseTo(150, within(3.0)));
    }

    @Test
    void aRankGoesBeforeAnyWorthWhileThereIsRoom() {
        Market market =
                new Market(List.of(new Resource("channel", "own", 40), new Resource("channel", "other", 1_000)));
        for (int i = 0; i < 100; i++) {
            market.customer();
            market.option(1 + i, 0, new Needs(new int[] {0}, new long[] {1}));
            market.option(500, 1, new Needs(new int[] {1}, new long[] {1}));
        }

        Allocation allocation = Allocation.of(market, 1);

        assertThat(allocation.left()).containsExactly(0, 940);
        assertThat(IntStream.range(60, 100).filter(i -> allocation.option(i) == market.from(i)))
                .as("the places go to whom they are worth most")
                .hasSizeGreaterThan(36);
    }

    @Test
    void theHeadOfTheFileHasNoAdvantageAmongEquals() {
        Market market = new Market(List.of(new Resource("channel", "a", 500)));
        for (int i = 0; i < 1_000; i++) {
            market.customer();
            market.option(7, 0, new Needs(new int[] {0}, new long[] {1}));
        }

        Allocation first = Allocation.of(market, 1);
        Allocation second = Allocation.of(market, 2);

        assertThat(IntStream.range(0, 500)
                        .filter(i -> first.option(i) != Market.NONE)
                        .count())
                .isBetween(200L, 300L);
        assertThat(IntStream.range(0, 1_000).map(first::option).toArray())
                .isNotEqualTo(IntStream.range(0, 1_000).map(second::option).toArray());
    }

    @Test
    void whatIsWorthNothingIsStillSaidWhereThereIsRoom() {
        Market market = new Market(List.of(new Resource("channel", "a", 2)));
        for (int i = 0; i < 3; i++) {
            market.customer();
            market.option(0, 0, new Needs(new int[] {0}, new long[] {1}));
        }

        assertThat(Allocation.of(market, 1).left()).containsExactly(0);
    }

    @Test
    void nobodyAndNothingAreMarketsToo() {
        assertThat(Allocation.of(new Market(List.of()), 1).total()).isZero();
        Market silent = new Market(List.of(new Resource("channel", "a", 0)));
        silent.customer();
        assertThat(Allocation.of(silent, 1).option(0)).isEqualTo(Market.NONE);
    }
}
