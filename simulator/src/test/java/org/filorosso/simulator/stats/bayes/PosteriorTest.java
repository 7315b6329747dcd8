package org.filorosso.simulator.stats.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.filorosso.simulator.stats.Chance;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Measured;
import org.junit.jupiter.api.Test;

/** Hazard: a belief that does not follow from the data. */
class PosteriorTest {

    @Test
    void equalDataAreABet() {
        TwoBetas two = new TwoBetas(30, 400, 30, 400);

        assertThat(two.probabilityToBeat()).isCloseTo(0.5, within(1e-9));
        assertThat(two.absolute(0.05).low()).isCloseTo(-two.absolute(0.05).high(), within(1e-9));
    }

    @Test
    void manyDataAreAsGoodAsNormal() {
        TwoBetas exact = new TwoBetas(5200, 100_000, 5000, 100_000);
        double se = Math.sqrt(0.052 * 0.948 / 100_000 + 0.05 * 0.95 / 100_000);
        NormalPosterior normal =
                new NormalPosterior(new Measured(0.002, se, Double.POSITIVE_INFINITY, 200_000), Measured.NOTHING);

        assertThat(exact.probabilityToBeat()).isCloseTo(normal.probabilityToBeat(), within(1e-4));
        assertThat(exact.expectedLoss()).isCloseTo(normal.expectedLoss(), within(1e-7));
        assertThat(exact.absolute(0.05).low()).isCloseTo(normal.absolute(0.05).low(), within(1e-5));
        assertThat(exact.relative(0.05).high()).isCloseTo(normal.absolute(0.05).high() / 0.05, within(2e-3));
    }

    @Test
    void nothingIsNotImpossible() {
        TwoBetas two = new TwoBetas(0, 20, 0, 30);
        Interval relative = two.relative(0.05);

        assertThat(two.probabilityToBeat()).isCloseTo(31.0 / (31 + 21), within(1e-9));
        assertThat(relative.low()).isBetween(-1.0, 0.0);
        assertThat(relative.high()).isGreaterThan(1);
    }

    /** Where truth is drawn from the prior, a 95% credible interval holds it in 95% of cases: that is what it promises. */
    @Test
    void credibleIntervalsAreCalibrated() {
        double covered = Chance.share(random -> {
            double p = random.nextDouble();
            double q = random.nextDouble();
            int x = 0;
            int y = 0;
            for (int i = 0; i < 40; i++) {
                x += random.nextDouble() < p ? 1 : 0;
                y += random.nextDouble() < q ? 1 : 0;
            }
            return new TwoBetas(x, 40, y, 40).absolute(0.05).contains(p - q);
        });

        assertThat(covered).isBetween(0.935, 0.965);
    }
}
