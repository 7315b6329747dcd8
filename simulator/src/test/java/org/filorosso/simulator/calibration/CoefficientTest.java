package org.filorosso.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which number of an effect is fitted. */
class CoefficientTest {

    /** Hazard: a fitted number is written where another stood, so that the row says something else. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1.829 | 0.25",
                "0 | 0.25",
                "+.5 | 0.25",
                "0.5 * thrift | 0.25 * thrift",
                "-0.4 * (rank - 1) | 0.25 * (rank - 1)",
                "(rank - 1) * -0.4 | (rank - 1) * 0.25",
                "2 * spend / 100 | 0.25 * spend / 100",
                "if continues then 0.9 else 0 | if continues then 0.25 else 0",
                "if spend > 10 and rank = 1 then -1 else 0 | if spend > 10 and rank = 1 then 0.25 else 0"
            })
    void replacesTheNumber(String effect, String with) {
        Coefficient coefficient = Objects.requireNonNull(Coefficient.of(effect));

        assertThat(coefficient.with(0.25)).isEqualTo(with);
        assertThat(coefficient.with(coefficient.number()))
                .satisfies(same -> assertThat(Coefficient.of(same)).isEqualTo(coefficient));
    }

    /** Hazard: an effect that is no multiple of its number is fitted as if it were. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5 * spend + 1",
                "0.5 * spend - age",
                "spend",
                "0.5 ** spend",
                "spend ** 2",
                "(spend) + (age) * 2",
                "if continues then 0.5 else 1",
                "if continues then 0.5 else if incoherent then 1 else 0",
                "if continues then 1 else if incoherent then 0.5 else 0",
                "if continues then 0.5 * age else 0",
                "if continues then spend else 2 * age",
                ""
            })
    void leavesTheRest(String effect) {
        assertThat(Coefficient.of(effect)).isNull();
    }

    /** Hazard: a number too small for four decimals is written with an exponent, which no expression may hold. */
    @Test
    void writesPlainNumbers() {
        assertThat(new Coefficient("", 1, "").with(-1e-9)).isEqualTo("0");
        assertThat(new Coefficient("", 1, "").with(1200)).isEqualTo("1200");
    }
}
