package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.power.Design;
import org.filorosso.simulator.stats.power.ProportionPower;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: the lift of a decision engine against its control is another than the field's own product prints. */
public class ImpactVectorsTest {

    @TempDir
    private static Path folder;

    public static Vectors vectorsOfAProduct() {
        return Vectors.of("pega_impact_analyzer.json")
                .run("pdc/", ImpactVectorsTest::lift)
                .run("vbd/", ImpactVectorsTest::lift)
                .run("infinity/", ImpactVectorsTest::values)
                .run("infinity_zero_control/", ImpactVectorsTest::nothing)
                .run("required_sample_size/", ImpactVectorsTest::size)
                .run("lift_se/known", ImpactVectorsTest::known)
                .run("lift/very_large", ImpactVectorsTest::large);
    }

    @TestFactory
    Stream<DynamicTest> ofAProduct() throws Exception {
        return vectorsOfAProduct().tests();
    }

    /** From the command line, of aggregates as the product exports them. */
    private static void lift(JsonNode vector) throws IOException {
        JsonNode relative = compared(vector.get("inputs")).get("relative");

        Vectors.close(vector, "lift", relative.get("lift").asDouble());
    }

    private static JsonNode compared(JsonNode inputs) throws IOException {
        String summary = "arm,metric,type,n,sum,sumSquares\n" + row("test", inputs) + row("control", inputs);
        Path file = Files.writeString(folder.resolve("summary.csv"), summary);
        Run run = Run.of("compare -q --format json --control control --metric accepts:proportion --summary", file);
        return JsonMapper.builder()
                .build()
                .readTree(run.out())
                .get("comparisons")
                .get(0);
    }

    private static String row(String arm, JsonNode inputs) {
        String accepts = inputs.get("accepts_" + arm).asString();
        return arm + ",accepts,proportion," + inputs.get("impressions_" + arm).asString() + "," + accepts + ","
                + accepts + "\n";
    }

    /** An arm in which each acceptance is worth the same. */
    private static Arm arm(JsonNode inputs, String name, double worth) {
        long n = inputs.get("impressions_" + name).asLong();
        double accepts = inputs.get("accepts_" + name).asDouble();
        double sum = worth * accepts;
        double[][] products = {{worth * sum, sum, 0, sum}, {sum, n, 0, n}, {0, 0, 0, 0}, {sum, n, 0, n}};
        return new Arm(Moments.of(n, new double[] {sum, n, 0, n}, products), true);
    }

    private static Contrast contrast(JsonNode inputs, double worth) {
        return new Contrast(arm(inputs, "test", worth), arm(inputs, "control", worth), null, false);
    }

    private static void values(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        double worth = inputs.get("action_value").asDouble();
        for (String name : new String[] {"test", "control"}) {
            String suffix = name.substring(0, 1);
            Arm rate = arm(inputs, name, 1);
            Arm value = arm(inputs, name, worth);
            double n = inputs.get("impressions_" + name).asDouble();
            double variance = worth * worth * rate.value() * (1 - rate.value());
            within(vector, "ar", "ar_" + suffix, rate.value());
            within(vector, "vpi", "vpi_" + suffix, value.value());
            within(vector, "var", "var_" + suffix, variance);
            within(vector, "se", "se_vpi_" + suffix, Math.sqrt(variance / n));
        }
        Measured engagement = contrast(inputs, 1).relative();
        Measured value = contrast(inputs, worth).relative();
        within(vector, "lift", "eng_lift", engagement.estimate());
        within(vector, "lift", "val_lift", value.estimate());
        within(vector, "lift_se", "eng_se", engagement.se());
        within(vector, "lift_se", "val_se", value.se());
    }

    private static void within(JsonNode vector, String tolerance, String name, double actual) {
        assertThat(actual)
                .as(name)
                .isCloseTo(
                        vector.get("expected").get(name).asDouble(),
                        org.assertj.core.api.Assertions.within(
                                vector.get("tolerance").get(tolerance).asDouble()));
    }

    /** Where the control has nothing the product prints 0; here it is not available, and never infinite. */
    private static void nothing(JsonNode vector) throws IOException {
        JsonNode one = compared(vector.get("inputs"));

        assertThat(one.get("relative").get("lift").isNull()).isTrue();
        assertThat(one.get("absolute").get("lift").asDouble()).isPositive();
        assertThat(one.toString()).doesNotContain("Infinity").doesNotContain("NaN");
    }

    /** Its share of control widens the size for two equal arms, by variances not pooled. */
    private static void size(JsonNode vector) {
        double baseline = vector.get("inputs").get("baseline").asDouble();
        JsonNode effect = vector.get("inputs").get("mde");
        double relative = effect.isNull() ? 0.05 : effect.asDouble();
        double odds = 0.02 / 0.98;
        double equal = new ProportionPower(
                        new Design(Sided.TWO, 0.05, 1), ProportionPower.Kind.UNPOOLED, baseline, false)
                .units(0.8, relative * baseline)
                .orElseThrow();

        assertThat(Math.ceil(equal * (1 + odds) * (1 + odds) / (4 * odds)))
                .isEqualTo(vector.get("expected").get("n").asDouble());
    }

    private static Arm measured(double mean, double se) {
        long n = 1000;
        double squares = n * mean * mean + (n - 1) * n * se * se;
        double[][] products = {{squares, n * mean, 0, 0}, {n * mean, n, 0, n}, {0, 0, 0, 0}, {0, n, 0, n}};
        return new Arm(Moments.of(n, new double[] {n * mean, n, 0, n}, products), false);
    }

    private static void known(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        Measured relative = new Contrast(
                        measured(
                                inputs.get("test").asDouble(),
                                inputs.get("se_test").asDouble()),
                        measured(
                                inputs.get("control").asDouble(),
                                inputs.get("se_control").asDouble()),
                        null,
                        false)
                .relative();

        Vectors.close(vector, "se", relative.se());
    }

    private static void large(JsonNode vector) {
        Measured relative = contrast(vector.get("inputs"), 1).relative();

        Vectors.close(vector, "lift", relative.estimate());
        Vectors.close(vector, "se", relative.se());
    }
}
