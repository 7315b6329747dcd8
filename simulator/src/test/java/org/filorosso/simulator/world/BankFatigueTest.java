package org.filorosso.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filorosso.simulator.simulation.Market;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bank's world tires its customers as the calls of the public file did. */
class BankFatigueTest {
    private static final Path WORLD = Path.of("..", "rules", "bank", "world.csv");

    /** Calls of the campaign from, to; how many customers, and how many of them said yes; the row of the world. */
    private record Called(int from, int to, int customers, int yes, String row) {
        double logOdds() {
            return Math.log((double) yes / (customers - yes));
        }
    }

    private static final List<Called> CURVE = List.of(
            new Called(1, 1, 1734, 240, "W-01"),
            new Called(2, 2, 1264, 138, "B-01"),
            new Called(3, 3, 558, 57, "B-02"),
            new Called(4, 5, 492, 52, "B-03"),
            new Called(6, 8, 286, 26, "B-04"),
            new Called(9, 99, 187, 8, "B-05"));

    /** Hazard: a coefficient is not the one that was measured. */
    @Test
    void coefficientsAreThoseOfTheCurve() {
        Map<String, Double> effects = new HashMap<>();
        Market.rows(WORLD).stream()
                .filter(row -> CURVE.stream().anyMatch(called -> called.row().equals(row.get("id"))))
                .forEach(row -> effects.put(row.get("id"), Double.valueOf(row.getOrDefault("effect", ""))));
        double first = CURVE.get(0).logOdds();

        assertThat(effects.get("W-01")).isCloseTo(first, within(0.001));
        CURVE.stream()
                .skip(1)
                .forEach(called -> assertThat(effects.get(called.row()))
                        .as(called.row())
                        .isCloseTo(called.logOdds() - first, within(0.001)));
    }

    /** Hazard: the curve is not that of the file it is said to come from. */
    @TestFactory
    Stream<DynamicTest> theCurveIsThatOfTheFile() {
        Path file = Vectors.data("data/bank-marketing/bank.csv");
        return Files.exists(file)
                ? CURVE.stream().map(called -> dynamicTest(called.row(), () -> counts(file, called)))
                : Stream.empty();
    }

    private static void counts(Path file, Called called) {
        List<Map<String, String>> rows = Market.rows(file).stream()
                .filter(row -> {
                    int calls = Integer.parseInt(row.getOrDefault("campaign", "0"));
                    return calls >= called.from() && calls <= called.to();
                })
                .toList();
        assertThat(rows).hasSize(called.customers());
        assertThat(rows.stream().filter(row -> "yes".equals(row.get("y")))).hasSize(called.yes());
    }
}
