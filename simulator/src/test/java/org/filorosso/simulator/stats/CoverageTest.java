package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;
import org.filorosso.simulator.stats.frequentist.OneProportion;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hazard: an interval that promises 95% holds the truth more rarely, or is needlessly wide. */
class CoverageTest {
    private static final double LEAST = 0.935;
    private static final double MOST = 0.965;
    private static final FixedHorizon FIXED = new FixedHorizon(Sided.TWO, 0.05);

    @ParameterizedTest
    @CsvSource({"NEWCOMBE,0.3,0.25", "NEWCOMBE,0.1,0.1", "SCORE,0.3,0.25", "SCORE,0.08,0.05", "WALD,0.3,0.25"})
    void differencesOfProportions(TwoProportions.Method method, double p, double q) {
        double covered = Chance.share(random -> {
            TwoProportions two = new TwoProportions(proportion(random, p, 300), proportion(random, q, 240));
            return two.interval(method, Sided.TWO, 0.05).contains(p - q);
        });

        assertThat(covered).isBetween(LEAST, MOST);
    }

    private static OneProportion proportion(SplittableRandom random, double p, int n) {
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < p ? 1 : 0;
        }
        return new OneProportion(successes, n);
    }

    @Test
    void theExactIntervalNeverCoversLess() {
        assertThat(Chance.share(
                        random -> proportion(random, 0.07, 120).exact(0.05).contains(0.07)))
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void relativeLiftsOfProportions() {
        assertThat(covered(
                        random -> new Contrast(
                                arm(random, 600, one -> unit(one.nextDouble() < 0.24 ? 1 : 0, 1, 0)),
                                arm(random, 600, one -> unit(one.nextDouble() < 0.2 ? 1 : 0, 1, 0)),
                                null,
                                false),
                        Contrast::relative,
                        0.2))
                .isBetween(LEAST, MOST);
    }

    @Test
    void differencesOfSkewedMeans() {
        assertThat(covered(random -> means(random, 1.2), Contrast::absolute, 0.2))
                .isBetween(LEAST, MOST);
        assertThat(covered(random -> means(random, 1.2), Contrast::relative, 0.2))
                .isBetween(LEAST, MOST);
    }

    private static Contrast means(SplittableRandom random, double factor) {
        return new Contrast(
                arm(random, 250, one -> unit(factor * Chance.amount(one), 1, 0)),
                arm(random, 200, one -> unit(Chance.amount(one), 1, 0)),
                null,
                false);
    }

    /** The unit of analysis is an order, the unit of assignment a customer with few or many of them. */
    @Test
    void differencesOfRatios() {
        Function<SplittableRandom, Contrast> contrast = random -> new Contrast(
                arm(random, 300, one -> orders(one, 1.1)), arm(random, 300, one -> orders(one, 1)), null, false);

        assertThat(covered(contrast, Contrast::absolute, 0.1)).isBetween(LEAST, MOST);
        assertThat(covered(contrast, Contrast::relative, 0.1)).isBetween(LEAST, MOST);
    }

    private static double[] orders(SplittableRandom random, double factor) {
        int orders = 1 + random.nextInt(6);
        double taste = 0.5 + random.nextDouble();
        double sum = 0;
        for (int i = 0; i < orders; i++) {
            sum += factor * taste * Chance.amount(random);
        }
        return unit(sum, orders, 0);
    }

    @Test
    void differencesAdjustedByACovariate() {
        Function<SplittableRandom, Contrast> contrast = random -> new Contrast(
                arm(random, 150, one -> spender(one, 0.3)), arm(random, 150, one -> spender(one, 0)), null, true);

        assertThat(covered(contrast, Contrast::absolute, 0.3)).isBetween(LEAST, MOST);
        assertThat(covered(contrast, Contrast::relative, 0.3 / 3)).isBetween(LEAST, MOST);
        assertThat(contrast.apply(new SplittableRandom(1)).varianceReduction()).isGreaterThan(0.5);
    }

    private static double[] spender(SplittableRandom random, double effect) {
        double before = 2 * Chance.amount(random);
        return unit(1 + effect + before + random.nextGaussian(), 1, before);
    }

    /** Members of a household are alike; taken as independent the interval covers far too rarely. */
    @Test
    void differencesOfClusters() {
        Function<SplittableRandom, Contrast> clusters = random -> new Contrast(
                arm(random, 150, one -> household(one, 0.2)), arm(random, 150, one -> household(one, 0)), null, false);

        assertThat(covered(clusters, Contrast::absolute, 0.2)).isBetween(LEAST, MOST);
        assertThat(covered(CoverageTest::members, Contrast::absolute, 0.2)).isLessThan(0.9);
    }

    private static double[] household(SplittableRandom random, double effect) {
        int members = 1 + random.nextInt(5);
        double alike = random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < members; i++) {
            sum += alike + effect + random.nextGaussian();
        }
        return new double[] {sum, members, 0, members};
    }

    private static Contrast members(SplittableRandom random) {
        Moments[] arms = {new Moments(Arm.SIZE), new Moments(Arm.SIZE)};
        for (int household = 0; household < 300; household++) {
            double alike = random.nextGaussian();
            for (int i = random.nextInt(5); i >= 0; i--) {
                arms[household % 2].add(unit(alike + 0.2 * (household % 2) + random.nextGaussian(), 1, 0));
            }
        }
        return new Contrast(new Arm(arms[1], false), new Arm(arms[0], false), null, false);
    }

    /** Common random numbers: the same customer in both worlds. */
    @Test
    void pairedDifferences() {
        Function<SplittableRandom, Contrast> pairs = random -> Contrast.paired(pairs(random, 1), false);

        assertThat(covered(pairs, Contrast::absolute, 0.1)).isBetween(LEAST, MOST);
        assertThat(covered(pairs, Contrast::relative, 0.1)).isBetween(LEAST, MOST);
    }

    /** Households with members in both arms: what they have in common is not counted twice. */
    @Test
    void clustersThatStandInBothArms() {
        Function<SplittableRandom, Contrast> shared = random -> {
            Moments both = pairs(random, 3);
            return new Contrast(
                    new Arm(both.part(0, Arm.SIZE), false), new Arm(both.part(Arm.SIZE, Arm.SIZE), false), both, false);
        };

        assertThat(covered(shared, Contrast::absolute, 0.1)).isBetween(LEAST, MOST);
    }

    private static Moments pairs(SplittableRandom random, int most) {
        Moments both = new Moments(2 * Arm.SIZE);
        for (int i = 0; i < 200; i++) {
            double alike = 1 + 3 * random.nextGaussian() / 4;
            int n = 1 + random.nextInt(most);
            int m = 1 + random.nextInt(most);
            double arm = n * (alike + 0.1) + Math.sqrt(n) * random.nextGaussian() / 4;
            double control = m * alike + Math.sqrt(m) * random.nextGaussian() / 4;
            both.add(arm, n, 0, n, control, m, 0, m);
        }
        return both;
    }

    private static double[] unit(double value, double weight, double covariate) {
        return new double[] {value, weight, covariate, 1};
    }

    private static Arm arm(SplittableRandom random, int units, Function<SplittableRandom, double[]> unit) {
        Moments moments = new Moments(Arm.SIZE);
        for (int i = 0; i < units; i++) {
            moments.add(unit.apply(random));
        }
        return new Arm(moments, false);
    }

    private static double covered(
            Function<SplittableRandom, Contrast> experiment, Function<Contrast, Measured> reading, double truth) {
        return Chance.share(random ->
                FIXED.interval(reading.apply(experiment.apply(random))).contains(truth));
    }

    /** Without a difference each p-value is as likely as any other. */
    @Test
    void pValuesOfTwoEqualArmsAreUniform() {
        double critical = 1.63 / Math.sqrt(Chance.REPETITIONS);

        assertThat(Chance.distanceFromUniform(
                        random -> FIXED.pValue(means(random, 1).absolute())))
                .isLessThan(critical);
        assertThat(Chance.distanceFromUniform(
                        random -> new TwoProportions(proportion(random, 0.4, 2011), proportion(random, 0.4, 1787))
                                .pValue(Sided.TWO)))
                .isLessThan(critical);
        assertThat(Chance.distanceFromUniform(random -> FIXED.pValue(new Contrast(
                                arm(random, 100, one -> spender(one, 0)),
                                arm(random, 100, one -> spender(one, 0)),
                                null,
                                true)
                        .absolute())))
                .isLessThan(critical);
    }
}
