package org.filorosso.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are written so that every program reads them. */
class FiguresTest {

    /** Hazard: exponents, noise of binary fractions, a negative zero. */
    @ParameterizedTest
    @CsvSource({"410, 410", "1e7, 10000000", "0.1, 0.1", "-1e-9, 0", "12.3456789, 12.345679", "-2.50, -2.5"})
    void areWrittenPlainly(double figure, String written) {
        assertThat(Figures.of(figure)).hasToString(written);
    }

    /** Hazard: a share of nobody ends the run. */
    @Test
    void aRatioOfNothingIsZero() {
        assertThat(Figures.ratio(3, 0)).hasToString("0");
        assertThat(Figures.ratio(1, 3)).hasToString("0.333333");
    }
}
