package org.filorosso.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Counts beside their prediction. */
class RatioTest {

    /** Hazard: the wrong tail, or freedom off by one. Exact limits of a Poisson mean, Garwood's table: 10 gives 4.795 and 18.39. */
    @Test
    void hasExactLimits() {
        Ratio ten = Ratio.of(1, 10);
        Ratio none = Ratio.of(2, 0);

        assertThat(ten.low()).isCloseTo(4.795, within(0.001));
        assertThat(ten.high()).isCloseTo(18.39, within(0.001));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(3.689 / 2, within(0.001));
    }

    /** Hazard: a division by nothing is a number. */
    @Test
    void hasNoRatioToNothing() {
        assertThat(Ratio.of(0, 3).ratio()).isNull();
        assertThat(Ratio.plain(0, 0).ratio()).isNull();
    }
}
