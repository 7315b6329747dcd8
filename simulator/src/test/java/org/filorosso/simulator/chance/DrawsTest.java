package org.filorosso.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Luck is a function of what it is about. */
class DrawsTest {
    private static final int MANY = 200_000;

    /** Hazard: a draw depends on those before it. */
    @Test
    void dependsOnItsPartsAlone() {
        Draws draws = new Draws(5);
        double first = draws.unit(1, 2, 3);
        draws.unit(9, 9);
        assertThat(draws.unit(1, 2, 3)).isEqualTo(first);
        assertThat(new Draws(5).unit(1, 2, 3)).isEqualTo(first);
        assertThat(draws.unit(1, 3, 2)).isNotEqualTo(first);
        assertThat(draws.unit(1, 2, 3, 0)).isNotEqualTo(first);
        assertThat(new Draws(6).unit(1, 2, 3)).isNotEqualTo(first);
    }

    /** Hazard: neighbouring customers or days have neighbouring luck. */
    @Test
    void isUniformAndNeighboursAreStrangers() {
        Draws draws = new Draws(1);
        int[] tenths = new int[10];
        double sum = 0;
        double products = 0;
        for (int i = 0; i < MANY; i++) {
            double unit = draws.unit(i, 7);
            double next = draws.unit(i, 8);
            tenths[(int) (unit * 10)]++;
            sum += unit;
            products += (unit - 0.5) * (next - 0.5);
        }
        // chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand
        double chiSquare = 0;
        for (int count : tenths) {
            chiSquare += Math.pow(count - MANY / 10.0, 2) / (MANY / 10.0);
        }
        assertThat(chiSquare).isLessThan(27.9);
        assertThat(sum / MANY).isCloseTo(0.5, within(0.003));
        assertThat(products / MANY * 12).isCloseTo(0, within(0.01));
    }

    /** Hazard: texts that are alike are the same part. */
    @Test
    void tellsTextsApart() {
        assertThat(Draws.part("ab")).isNotEqualTo(Draws.part("ba")).isNotEqualTo(Draws.part("abc"));
        assertThat(Draws.part("")).isNotEqualTo(Draws.part("\0"));
    }
}
