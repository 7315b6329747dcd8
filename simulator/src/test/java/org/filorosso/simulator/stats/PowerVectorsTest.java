package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.filorosso.simulator.stats.power.Design;
import org.filorosso.simulator.stats.power.MeanPower;
import org.filorosso.simulator.stats.power.Power;
import org.filorosso.simulator.stats.power.ProportionPower;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: a test is planned too small, so that it finds nothing, or too large, so that it costs a quarter. */
public class PowerVectorsTest {

    public static Vectors vectorsOfRAndOthers() {
        return Vectors.of("classical_tests.json")
                .run("power.prop.test/", vector -> proportion(vector, ProportionPower.Kind.POOLED))
                .run("statsmodels/normalindpower", vector -> proportion(vector, ProportionPower.Kind.ARCSINE))
                .run("evanmiller", vector -> proportion(vector, ProportionPower.Kind.BASELINE))
                .run("pwr", vector -> proportion(vector, ProportionPower.Kind.ARCSINE))
                .run("power.t.test/", PowerVectorsTest::mean)
                .leaveOut("", "no size of a test: held by ClassicalVectorsTest");
    }

    @TestFactory
    Stream<DynamicTest> ofRAndOthers() throws Exception {
        return vectorsOfRAndOthers().tests();
    }

    private static Design design(JsonNode inputs) {
        return new Design(Sided.TWO, inputs.get("alpha").asDouble(), 1);
    }

    private static void proportion(JsonNode vector, ProportionPower.Kind kind) {
        JsonNode inputs = vector.get("inputs");
        double p = inputs.get("p1").asDouble();
        double effect = inputs.get("p2").asDouble() - p;
        holds(vector, new ProportionPower(design(inputs), kind, p, effect < 0), Math.abs(effect));
    }

    private static void mean(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        Power power = new MeanPower(design(inputs), inputs.get("sd").asDouble(), false);
        holds(vector, power, inputs.get("delta").asDouble());
    }

    private static void holds(JsonNode vector, Power power, double effect) {
        JsonNode inputs = vector.get("inputs");
        if (inputs.has("n")) {
            Vectors.close(vector, "power", power.power(inputs.get("n").asDouble(), effect));
        } else {
            Vectors.close(
                    vector,
                    "n",
                    power.units(inputs.get("power").asDouble(), effect).orElseThrow());
        }
    }

    public static Vectors vectorsOfSpotify() {
        return Vectors.of("spotify_confidence.json")
                .run("sp/powered_effect", PowerVectorsTest::powered)
                .leaveOut("sp/", "no size of a test: held by GroupSequentialVectorsTest");
    }

    @TestFactory
    Stream<DynamicTest> ofSpotify() throws Exception {
        return vectorsOfSpotify().tests();
    }

    /** Of the first of its comparisons: control against test. */
    private static void powered(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        int comparisons = inputs.has("metrics")
                ? inputs.get("metrics").asInt() * inputs.get("treatments").asInt()
                : 1;
        JsonNode control = inputs.get("control");
        double n = control.get("n").asDouble();
        double mean = control.get("sum").asDouble() / n;
        double sd = Math.sqrt((control.get("sumsq").asDouble() - n * mean * mean) / (n - 1));
        double ratio = inputs.get("test").get("n").asDouble() / n;
        Power power =
                new MeanPower(new Design(Sided.TWO, inputs.get("alpha").asDouble() / comparisons, ratio), sd, true);
        double effect = power.effect(0.8, n).orElseThrow();
        double units =
                power.units(0.8, mean * inputs.get("mde_relative").asDouble()).orElseThrow();

        assertThat(effect).isCloseTo(first(vector, "powered_effect"), within(0.001));
        assertThat(units * (1 + ratio)).isCloseTo(first(vector, "required_sample_size"), within(100.0));
    }

    private static double first(JsonNode vector, String name) {
        JsonNode expected = vector.get("expected").get(name);
        return expected.isArray() ? expected.get(0).asDouble() : expected.asDouble();
    }

    /** The published example of each formula: R's help, and calculators on the web. */
    @Test
    void formulasByName() {
        Design design = new Design(Sided.TWO, 0.05, 1);

        assertThat(new ProportionPower(design, ProportionPower.Kind.POOLED, 0.5, false)
                        .units(0.9, 0.25)
                        .orElseThrow())
                .isCloseTo(76.7, within(0.05));
        assertThat(new ProportionPower(design, ProportionPower.Kind.BASELINE, 0.2, false)
                        .units(0.8, 0.05)
                        .orElseThrow())
                .isCloseTo(1030, within(1.0));
        assertThat(new ProportionPower(design, ProportionPower.Kind.ARCSINE, 0.2, false)
                        .units(0.8, 0.05)
                        .orElseThrow())
                .isCloseTo(1091.9, within(0.05));
        assertThat(new MeanPower(design, 1, false).power(20, 1)).isCloseTo(0.8689528, within(1e-7));
    }

    @Test
    void unitsPowerAndEffectAgree() {
        for (Power power : new Power[] {
            new ProportionPower(new Design(Sided.TWO, 0.05, 3), ProportionPower.Kind.UNPOOLED, 0.1, true),
            new ProportionPower(new Design(Sided.GREATER, 0.01, 0.5), ProportionPower.Kind.POOLED, 0.02, false),
            new MeanPower(new Design(Sided.TWO, 0.05, 2), 12, false)
        }) {
            double effect = power.effect(0.9, 700).orElseThrow();

            assertThat(power.power(700, effect)).isCloseTo(0.9, within(1e-9));
            assertThat(power.units(0.9, effect).orElseThrow()).isCloseTo(700, within(1e-4));
        }
    }

    /** Power is a promise about the test that {@code compare} makes. */
    @Test
    void thePromiseIsKept() {
        Power power = new ProportionPower(new Design(Sided.TWO, 0.05, 1), ProportionPower.Kind.POOLED, 0.2, false);
        double units = power.units(0.8, 0.1).orElseThrow();

        double found = Chance.share(random -> {
            int[] successes = new int[2];
            for (int i = 0; i < 2 * Math.ceil(units); i++) {
                successes[i % 2] += random.nextDouble() < (i % 2 == 0 ? 0.2 : 0.3) ? 1 : 0;
            }
            return new org.filorosso.simulator.stats.frequentist.TwoProportions(
                                    new org.filorosso.simulator.stats.frequentist.OneProportion(
                                            successes[1], Math.ceil(units)),
                                    new org.filorosso.simulator.stats.frequentist.OneProportion(
                                            successes[0], Math.ceil(units)))
                            .pValue(Sided.TWO)
                    < 0.05;
        });

        assertThat(found).isBetween(0.775, 0.825);
    }
}
