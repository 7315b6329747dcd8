package org.filorosso.simulator.stats.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hazard: what does not fit into memory is lost, counted twice, or added to somebody else. */
class GatheredTest {

    @Test
    void whatIsSpilledComesBackWhole() {
        Map<String, Double> sums = new HashMap<>();
        try (Gathered gathered = new Gathered(2, 10)) {
            for (int i = 0; i < 5000; i++) {
                gathered.add("ü" + i % 700, i % 2, 0, i, 1);
            }
            gathered.forEach((key, cells) -> {
                assertThat(sums).doesNotContainKey(key);
                cells.forEach(cell -> sums.merge(key, cell.values()[0], Double::sum));
            });
        }

        assertThat(sums).hasSize(700);
        assertThat(sums.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(4999 * 2500.0);
        assertThat(sums).containsEntry("ü3", (3.0 + 4903) * 8 / 2);
    }

    @Test
    void numbersAreReadStrictly() {
        assertThat(PlainNumber.of(" 1.5e3 ")).isEqualTo(1500);
        assertThat(PlainNumber.of("yes")).isEqualTo(1);
        assertThat(PlainNumber.of("0x1p3")).isNaN();
        assertThat(PlainNumber.of("1d")).isNaN();
        assertThat(PlainNumber.of("Infinity")).isNaN();
        assertThat(PlainNumber.of("1e999")).isNaN();
        assertThat(PlainNumber.of("1,5")).isNaN();
        assertThat(PlainNumber.of("")).isNaN();
    }
}
