package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Hazard: a variance loses its digits, or differs between rows and aggregates. */
class MomentsTest {

    @Test
    void deviationsSurviveALargeMean() {
        Moments moments = new Moments(2);
        for (int i = 0; i < 1000; i++) {
            moments.add(1e9 + i % 2, -2 * (i % 2));
        }

        assertThat(moments.covariance(0, 0)).isCloseTo(0.25 * 1000 / 999, within(1e-9));
        assertThat(moments.covariance(0, 1)).isCloseTo(-0.5 * 1000 / 999, within(1e-9));
        assertThat(moments.mean(0)).isCloseTo(1e9 + 0.5, within(1e-6));
    }

    @Test
    void aggregatesSayTheSameAsRows() {
        Moments rows = new Moments(2);
        rows.add(1, 4);
        rows.add(2, 3);
        rows.add(6, 8);

        Moments sums = Moments.of(3, new double[] {9, 15}, new double[][] {{41, 58}, {58, 89}});

        assertThat(sums.covariance(0, 1)).isCloseTo(rows.covariance(0, 1), within(1e-12));
        assertThat(sums.covariance(0, 0)).isCloseTo(7, within(1e-12));
        assertThat(rows.part(1, 1).covariance(0, 0)).isCloseTo(7, within(1e-12));
    }
}
