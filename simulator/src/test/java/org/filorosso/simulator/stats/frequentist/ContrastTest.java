package org.filorosso.simulator.stats.frequentist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.filorosso.simulator.stats.Moments;
import org.filorosso.simulator.stats.Sided;
import org.junit.jupiter.api.Test;

/** Hazard: small cases that everybody can check by hand come out wrong, or data without spread make an answer of nothing. */
class ContrastTest {
    private static final FixedHorizon FIXED = new FixedHorizon(Sided.TWO, 0.05);

    /** Newcombe, Statistics in Medicine 17 (1998), table II, case (a): 56/70 against 48/80. */
    @Test
    void publishedIntervalsOfADifferenceOfProportions() {
        TwoProportions two = new TwoProportions(new OneProportion(56, 70), new OneProportion(48, 80));

        near(two.interval(TwoProportions.Method.WALD, Sided.TWO, 0.05), 0.0575, 0.3425);
        near(two.interval(TwoProportions.Method.SCORE, Sided.TWO, 0.05), 0.0528, 0.3382);
        near(two.interval(TwoProportions.Method.NEWCOMBE, Sided.TWO, 0.05), 0.0524, 0.3339);
    }

    /** The same, case (g): 10/10 against 0/20. */
    @Test
    void publishedIntervalsAtTheEdge() {
        TwoProportions two = new TwoProportions(new OneProportion(10, 10), new OneProportion(0, 20));

        near(two.interval(TwoProportions.Method.SCORE, Sided.TWO, 0.05), 0.7156, 1);
        near(two.interval(TwoProportions.Method.NEWCOMBE, Sided.TWO, 0.05), 0.6791, 1);
    }

    private static void near(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(6e-5));
        assertThat(interval.high()).isCloseTo(high, within(6e-5));
    }

    /** Student (1908), the data of sleep: t of unpaired groups -1.8608, df 17.776, p 0.07939; of pairs -4.0621, p 0.002833. */
    @Test
    void welchAndPairedTOfAKnownTable() {
        double[] one = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
        double[] two = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
        Moments both = new Moments(2 * Arm.SIZE);
        for (int i = 0; i < one.length; i++) {
            both.add(one[i], 1, 0, 1, two[i], 1, 0, 1);
        }
        Arm first = new Arm(both.part(0, Arm.SIZE), false);
        Arm second = new Arm(both.part(Arm.SIZE, Arm.SIZE), false);

        Measured unpaired = new Contrast(first, second, null, false).absolute();
        Measured paired = Contrast.paired(both, false).absolute();

        assertThat(unpaired.statistic()).isCloseTo(-1.8608, within(5e-5));
        assertThat(unpaired.df()).isCloseTo(17.776, within(5e-4));
        assertThat(FIXED.pValue(unpaired)).isCloseTo(0.07939, within(5e-6));
        assertThat(paired.statistic()).isCloseTo(-4.0621, within(5e-5));
        assertThat(paired.df()).isEqualTo(9);
        assertThat(FIXED.pValue(paired)).isCloseTo(0.002833, within(5e-7));
    }

    @Test
    void withoutSpreadNothingIsSaidOfChance() {
        Moments same = new Moments(Arm.SIZE);
        same.add(3, 1, 0, 1);
        same.add(3, 1, 0, 1);
        Measured measured = new Contrast(new Arm(same, false), new Arm(same, false), null, false).absolute();

        assertThat(FIXED.pValue(measured)).isNaN();
        assertThat(FIXED.interval(measured)).isEqualTo(Interval.EVERYTHING);
    }

    @Test
    void aLiftOverNothingIsNotAvailable() {
        Moments zero = new Moments(Arm.SIZE);
        Moments some = new Moments(Arm.SIZE);
        for (int i = 0; i < 4; i++) {
            zero.add(0, 1, 0, 1);
            some.add(i % 2, 1, 0, 1);
        }

        assertThat(new Contrast(new Arm(some, true), new Arm(zero, true), null, false).relative())
                .isEqualTo(Measured.NOTHING);
    }

    @Test
    void adjustedPValuesRiseWithTheirNumberAndPassOverTheUnknown() {
        assertThat(Adjustment.HOLM.adjust(0.01, Double.NaN, 0.04, 0.03)).containsExactly(0.03, Double.NaN, 0.06, 0.06);
        assertThat(Adjustment.BH.adjust(0.01, Double.NaN, 0.04, 0.03)).containsExactly(0.03, Double.NaN, 0.04, 0.04);
        assertThat(Adjustment.NONE.adjust(0.01, 0.2)).containsExactly(0.01, 0.2);
    }
}
