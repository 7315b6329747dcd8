package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.filorosso.simulator.stats.bayes.NormalPosterior;
import org.filorosso.simulator.stats.bayes.TwoBetas;
import org.filorosso.simulator.stats.frequentist.Adjustment;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;
import org.filorosso.simulator.stats.frequentist.OneProportion;
import org.filorosso.simulator.stats.frequentist.SampleRatio;
import org.filorosso.simulator.stats.sequential.Boundary;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;
import org.filorosso.simulator.stats.sequential.GroupSequential;
import org.filorosso.simulator.stats.sequential.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: two arms that are the same (A/A) are told apart, of any kind of metric, more often than the level says. */
class EqualArmsTest {
    // Kolmogorov's distance that uniform values exceed in 1% of cases
    private static final double UNIFORM = 1.63 / Math.sqrt(Chance.REPETITIONS);
    private static final FixedHorizon FIXED = new FixedHorizon(Sided.TWO, 0.05);

    private static Arm arm(SplittableRandom random, int units, Function<SplittableRandom, double[]> unit) {
        Moments moments = new Moments(Arm.SIZE);
        for (int i = 0; i < units; i++) {
            moments.add(unit.apply(random));
        }
        return new Arm(moments, false);
    }

    private static Contrast means(SplittableRandom random) {
        return new Contrast(arm(random, 150, EqualArmsTest::unit), arm(random, 150, EqualArmsTest::unit), null, false);
    }

    private static double[] unit(SplittableRandom random) {
        return new double[] {Chance.amount(random), 1, 0, 1};
    }

    /** A customer's orders: the metric is the mean order. */
    private static double[] orders(SplittableRandom random) {
        int orders = 1 + random.nextInt(5);
        double taste = 0.5 + random.nextDouble();
        double sum = 0;
        for (int i = 0; i < orders; i++) {
            sum += taste * Chance.amount(random);
        }
        return new double[] {sum, orders, 0, 1};
    }

    @Test
    void ratios() {
        assertThat(Chance.distanceFromUniform(random -> FIXED.pValue(new Contrast(
                                arm(random, 200, EqualArmsTest::orders),
                                arm(random, 200, EqualArmsTest::orders),
                                null,
                                false)
                        .absolute())))
                .isLessThan(UNIFORM);
    }

    /** The same customers in both arms, as under common random numbers. */
    @Test
    void pairs() {
        assertThat(Chance.distanceFromUniform(random -> {
                    Moments both = new Moments(2 * Arm.SIZE);
                    for (int i = 0; i < 200; i++) {
                        double alike = 3 * random.nextGaussian();
                        both.add(alike + random.nextGaussian(), 1, 0, 1, alike + random.nextGaussian(), 1, 0, 1);
                    }
                    return FIXED.pValue(Contrast.paired(both, false).absolute());
                }))
                .isLessThan(UNIFORM);
    }

    /** Households are drawn into arms, customers are counted. */
    @Test
    void clusters() {
        assertThat(Chance.distanceFromUniform(random -> FIXED.pValue(new Contrast(
                                arm(random, 150, EqualArmsTest::household),
                                arm(random, 150, EqualArmsTest::household),
                                null,
                                false)
                        .absolute())))
                .isLessThan(UNIFORM);
    }

    private static double[] household(SplittableRandom random) {
        int members = 1 + random.nextInt(4);
        double alike = random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < members; i++) {
            sum += alike + random.nextGaussian();
        }
        return new double[] {sum, members, 0, members};
    }

    @Test
    void sizesOfArms() {
        assertThat(Chance.distanceFromUniform(random -> {
                    double[] sizes = new double[3];
                    for (int i = 0; i < 3000; i++) {
                        double chance = random.nextDouble();
                        sizes[chance < 0.5 ? 0 : chance < 0.8 ? 1 : 2]++;
                    }
                    return SampleRatio.of(sizes, new double[] {0.5, 0.3, 0.2}).pValue();
                }))
                .isLessThan(UNIFORM);
    }

    /** With a flat prior the probability to beat is as likely to be low as high; its interval covers as it says. */
    @Test
    void probabilitiesToBeat() {
        assertThat(Chance.distanceFromUniform(random -> {
                    Contrast contrast = means(random);
                    return new NormalPosterior(contrast.absolute(), contrast.relative()).probabilityToBeat();
                }))
                .isLessThan(UNIFORM);
        assertThat(Chance.share(random -> {
                    TwoBetas two = new TwoBetas(accepted(random, 0.2, 400), 400, accepted(random, 0.25, 400), 400);
                    return two.absolute(0.05).contains(-0.05);
                }))
                .isBetween(0.935, 0.965);
    }

    private static double accepted(SplittableRandom random, double chance, int n) {
        double accepted = 0;
        for (int i = 0; i < n; i++) {
            accepted += random.nextDouble() < chance ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void wilsonsIntervalCovers() {
        assertThat(Chance.share(random -> new OneProportion(accepted(random, 0.12, 350), 350)
                        .wilson(0.05)
                        .contains(0.12)))
                .isBetween(0.935, 0.965);
    }

    /** Three arms, two metrics, nothing there: Holm errs in 5% of tests, where six p-values as they are err in a quarter. */
    @Test
    void correctedPValues() {
        assertThat(errs(Adjustment.HOLM)).isLessThanOrEqualTo(0.06);
        assertThat(errs(Adjustment.BH)).isLessThanOrEqualTo(0.06);
        assertThat(errs(Adjustment.NONE)).isGreaterThan(0.2);
    }

    private static double errs(Adjustment adjustment) {
        return Chance.share(random -> {
            double[] pValues = new double[6];
            for (int i = 0; i < pValues.length; i++) {
                pValues[i] = FIXED.pValue(means(random).absolute());
            }
            for (double p : adjustment.adjust(pValues)) {
                if (p < 0.05) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Read once, and not at its end, a sequential interval covers at least as much as it says. */
    @ParameterizedTest
    @EnumSource(Boundary.class)
    void sequentialIntervalsCoverAtOneLook(Boundary boundary) {
        Inference group = new GroupSequential(new Looks(boundary, Sided.TWO, 0.5, 1), 1, 0.05);
        Inference always = new ConfidenceSequence(Sided.TWO, 0.05, 300);

        assertThat(Chance.share(
                        random -> group.interval(means(random).absolute()).contains(0)))
                .isGreaterThanOrEqualTo(0.935);
        assertThat(Chance.share(
                        random -> always.interval(means(random).absolute()).contains(0)))
                .isGreaterThanOrEqualTo(0.935);
    }
}
