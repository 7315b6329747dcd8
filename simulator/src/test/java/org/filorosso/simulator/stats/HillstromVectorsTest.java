package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hazard: the command line says something else of a real test of 64,000 customers than independent programs do. */
public class HillstromVectorsTest {

    public static Vectors vectorsFromTheCommandLine() {
        return Vectors.of("hillstrom_uplift.json")
                .run("hillstrom/arms", HillstromVectorsTest::arms)
                .run("hillstrom/Mens E-Mail/", HillstromVectorsTest::arm)
                .run("hillstrom/Womens E-Mail/", HillstromVectorsTest::arm)
                .leaveOut("hillstrom/Mens E-Mail/uplift/", "no command measures uplift models")
                .leaveOut("hillstrom/Womens E-Mail/uplift/", "no command measures uplift models")
                .leaveOut("hillstrom/ols", "regression with covariates is not offered; CUPED is")
                .leaveOut("uplift/", "no command measures uplift models");
    }

    @TestFactory
    Stream<DynamicTest> fromTheCommandLine() throws Exception {
        return vectorsFromTheCommandLine().tests();
    }

    private static JsonNode compare(JsonNode vector, String options) {
        Path file = Vectors.data(vector.get("inputs").get("file").asString());
        Run run = Run.of("compare -q --format json --arm segment " + options, "--control", "No E-Mail", "--data", file);
        assertThat(run.err()).isEmpty();
        return JsonMapper.builder().build().readTree(run.out());
    }

    private static void arms(JsonNode vector) {
        JsonNode report = compare(vector, "--metric visit --metric conversion --metric spend");
        for (JsonNode one : report.get("comparisons")) {
            String metric = one.get("metric").asString();
            JsonNode arm = vector.get("expected").get(one.get("arm").asString());
            JsonNode control = vector.get("expected").get("No E-Mail");
            Vectors.close(vector, arm.get(metric), one.get("estimate").asDouble());
            Vectors.close(
                    vector, control.get(metric), one.get("controlEstimate").asDouble());
            assertThat(one.get("n").asInt()).isEqualTo(arm.get("n").asInt());
            assertThat(one.get("type").asString()).isEqualTo(metric.equals("spend") ? "mean" : "proportion");
        }
        assertThat(report.get("srm").get("pValue").asDouble()).isCloseTo(0.90369295756, within(1e-9));
    }

    private static void arm(JsonNode vector) {
        String[] id = vector.get("id").asString().split("/");
        boolean cuped = id[2].startsWith("cuped");
        String metric = cuped ? id[2].split("_")[1] : id[2];
        JsonNode report = compare(vector, "--interval wald --metric " + metric + (cuped ? " --covariate history" : ""));
        JsonNode one = report.get("comparisons")
                .valueStream()
                .filter(comparison -> comparison.get("arm").asString().equals(id[1]))
                .findFirst()
                .orElseThrow();
        JsonNode expected = vector.get("expected");

        Vectors.close(vector, "diff", one.get("absolute").get("lift").asDouble());
        Vectors.close(
                vector,
                named(expected, "z_pooled", "welch_t"),
                one.get("statistic").asDouble());
        Vectors.close(
                vector, named(expected, "p_pooled", "p"), one.get("pValue").asDouble());
        JsonNode interval = expected.get(named(expected, "wald_ci", "ci"));
        Vectors.close(vector, interval.get(0), one.get("absolute").get("low").asDouble());
        Vectors.close(vector, interval.get(1), one.get("absolute").get("high").asDouble());
    }

    private static String named(JsonNode expected, String first, String second) {
        return expected.has(first) ? first : second;
    }
}
