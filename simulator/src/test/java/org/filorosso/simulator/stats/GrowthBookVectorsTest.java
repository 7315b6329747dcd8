package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.filorosso.simulator.stats.bayes.NormalPosterior;
import org.filorosso.simulator.stats.bayes.TwoBetas;
import org.filorosso.simulator.stats.frequentist.Arm;
import org.filorosso.simulator.stats.frequentist.Contrast;
import org.filorosso.simulator.stats.frequentist.FixedHorizon;
import org.filorosso.simulator.stats.sequential.ConfidenceSequence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: our statistics differ from those of a product that many analysts check against. */
public class GrowthBookVectorsTest {
    private static final double ALPHA = 0.05;

    public static Vectors vectorsOfGrowthBook() {
        return Vectors.of("growthbook.json")
                .run("gb/ttest", GrowthBookVectorsTest::relative)
                .run("gb/one_sided_greater_absolute", GrowthBookVectorsTest::oneSided)
                .run("gb/sequential", GrowthBookVectorsTest::sequential)
                .run("gb/cuped_fixed_theta_older", GrowthBookVectorsTest::olderCuped)
                .run("gb/ratio", GrowthBookVectorsTest::ratio)
                .run("gb/bayes_binom", GrowthBookVectorsTest::betas)
                .run("gb/bayes_gaussian", GrowthBookVectorsTest::gaussian)
                .leaveOut("gb/midexperiment_power", "projects a running test to more users; no command does")
                .leaveOut("gb/power", "its power of a relative lift under a prior is no option of the command power")
                .leaveOut("gb/variance", "a guard of its data pipeline: ours is told by ContrastTest");
    }

    @TestFactory
    Stream<DynamicTest> ofGrowthBook() throws Exception {
        return vectorsOfGrowthBook().tests();
    }

    private static Arm arm(JsonNode aggregate) {
        long n = aggregate.get("n").asLong();
        double sum = aggregate.get("sum").asDouble();
        JsonNode squares = aggregate.get("sum_squares");
        return arm(n, sum, squares == null ? sum : squares.asDouble(), squares == null);
    }

    private static Arm arm(long n, double sum, double squares, boolean binomial) {
        double[][] products = {{squares, sum, 0, sum}, {sum, n, 0, n}, {0, 0, 0, 0}, {sum, n, 0, n}};
        return new Arm(Moments.of(n, new double[] {sum, n, 0, n}, products), binomial);
    }

    private static Contrast contrast(JsonNode vector) {
        return new Contrast(
                arm(vector.get("inputs").get("b")), arm(vector.get("inputs").get("a")), null, false);
    }

    private static void holds(JsonNode vector, Measured measured, Inference inference) {
        JsonNode expected = vector.get("expected");
        Vectors.close(vector, expected.has("lift") ? "lift" : "diff", measured.estimate());
        Vectors.close(vector, "sd", measured.se());
        Vectors.close(vector, expected.get("ci"), inference.interval(measured));
        if (expected.has("p")) {
            Vectors.close(vector, "p", inference.pValue(measured));
        }
    }

    private static void relative(JsonNode vector) {
        Contrast contrast = contrast(vector);
        boolean lift = vector.get("expected").has("lift");
        holds(vector, lift ? contrast.relative() : contrast.absolute(), new FixedHorizon(Sided.TWO, ALPHA));
    }

    private static void oneSided(JsonNode vector) {
        Measured measured = contrast(vector).absolute();
        FixedHorizon greater = new FixedHorizon(Sided.GREATER, ALPHA);

        Vectors.close(vector, "diff", measured.estimate());
        Vectors.close(vector, "sd", measured.se());
        Vectors.close(vector, "ci_lower", greater.interval(measured).low());
        Vectors.close(vector, "p", greater.pValue(measured));
    }

    private static void sequential(JsonNode vector) {
        double tuning = vector.get("inputs").get("tuning").asDouble();
        holds(vector, contrast(vector).relative(), new ConfidenceSequence(Sided.TWO, ALPHA, tuning));
    }

    /** Its standard error leaves out what the adjusted difference and the unadjusted base have in common: not held. */
    private static void olderCuped(JsonNode vector) {
        double theta = vector.get("inputs").get("theta").asDouble();
        JsonNode a = vector.get("inputs").get("a");
        JsonNode b = vector.get("inputs").get("b");
        double base = mean(a, "post");

        Vectors.close(
                vector, "lift", (mean(b, "post") - theta * mean(b, "pre") - base + theta * mean(a, "pre")) / base);
    }

    private static double mean(JsonNode arm, String when) {
        return arm.get(when).get("sum").asDouble() / arm.get("n").asDouble();
    }

    private static void ratio(JsonNode vector) {
        boolean cuped = vector.get("inputs").get("a").has("m_pre");
        Contrast contrast = new Contrast(
                ratioArm(vector.get("inputs").get("b")),
                ratioArm(vector.get("inputs").get("a")),
                null,
                cuped);
        boolean sequential = vector.get("id").asString().contains("sequential");
        holds(
                vector,
                contrast.relative(),
                sequential ? new ConfidenceSequence(Sided.TWO, ALPHA, 5000) : new FixedHorizon(Sided.TWO, ALPHA));
    }

    private static Arm ratioArm(JsonNode one) {
        String[] names = {"m_post", "d_post", "m_pre", "d_pre"};
        double[] sums = new double[Arm.SIZE];
        double[][] products = new double[Arm.SIZE][Arm.SIZE];
        for (int i = 0; i < Arm.SIZE && one.has(names[i]); i++) {
            sums[i] = one.get(names[i]).get("sum").asDouble();
            for (int j = 0; j < Arm.SIZE; j++) {
                JsonNode product = one.has(names[i] + "_" + names[j])
                        ? one.get(names[i] + "_" + names[j])
                        : one.get(names[j] + "_" + names[i]);
                products[i][j] = i == j
                        ? one.get(names[i]).get("sum_squares").asDouble()
                        : product == null ? 0 : product.asDouble();
            }
        }
        return new Arm(Moments.of(one.get("n").asLong(), sums, products), false);
    }

    /** Its probability and interval are of a log-normal approximation; ours are exact, and its exact risks are held. */
    private static void betas(JsonNode vector) {
        JsonNode a = vector.get("inputs").get("a");
        JsonNode b = vector.get("inputs").get("b");
        TwoBetas two = new TwoBetas(
                b.get("sum").asDouble(),
                b.get("n").asDouble(),
                a.get("sum").asDouble(),
                a.get("n").asDouble());

        assertThat(two.probabilityToBeat())
                .isCloseTo(vector.get("expected").get("chance_to_win").asDouble(), within(0.002));
        Vectors.close(vector, vector.get("expected").get("risk").get(1), two.expectedLoss());
    }

    /** The same of the mean's logarithm. */
    private static void gaussian(JsonNode vector) {
        Contrast contrast = contrast(vector);
        NormalPosterior posterior = new NormalPosterior(contrast.absolute(), contrast.relative());

        assertThat(posterior.probabilityToBeat())
                .isCloseTo(vector.get("expected").get("chance_to_win").asDouble(), within(0.005));
        Vectors.close(vector, vector.get("expected").get("risk").get(1), posterior.expectedLoss());
    }
}
