package org.filorosso.simulator.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.filorosso.simulator.stats.bayes.TwoBetas;
import org.filorosso.simulator.stats.frequentist.Adjustment;
import org.filorosso.simulator.stats.frequentist.OneProportion;
import org.filorosso.simulator.stats.frequentist.SampleRatio;
import org.filorosso.simulator.stats.frequentist.TwoProportions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: our textbook statistics differ from those of R. */
public class ClassicalVectorsTest {

    public static Vectors vectorsOfR() {
        return Vectors.of("classical_tests.json")
                .run("prop.test/[", ClassicalVectorsTest::proportions)
                .run("srm/", ClassicalVectorsTest::sizes)
                .run("binom_ci/", ClassicalVectorsTest::oneProportion)
                .run("p.adjust/", ClassicalVectorsTest::adjusted)
                .run("beta/P(B>A)", ClassicalVectorsTest::beats)
                .leaveOut("prop.test/", "arms are compared with the control in pairs, never all at once")
                .leaveOut("fisher/", "no command offers an exact test of a 2 x 2 table")
                .leaveOut("wilcox/", "no command offers rank tests")
                .leaveOut("power", "held by PowerVectorsTest")
                .leaveOut("statsmodels/", "held by PowerVectorsTest")
                .leaveOut("evanmiller", "held by PowerVectorsTest")
                .leaveOut("pwr", "held by PowerVectorsTest")
                .leaveOut("t.test/", "Welch's test is held by GrowthBook's and Hillstrom's vectors from moments");
    }

    @TestFactory
    Stream<DynamicTest> ofR() throws Exception {
        return vectorsOfR().tests();
    }

    private static void proportions(JsonNode vector) {
        double[] x = Vectors.numbers(vector.get("inputs").get("x"));
        double[] n = Vectors.numbers(vector.get("inputs").get("n"));
        TwoProportions two = new TwoProportions(new OneProportion(x[0], n[0]), new OneProportion(x[1], n[1]));

        Vectors.close(vector, "z_abs", Math.abs(two.statistic()));
        Vectors.close(vector, "p", two.pValue(Sided.TWO));
        Vectors.close(
                vector, vector.get("expected").get("ci"), two.interval(TwoProportions.Method.WALD, Sided.TWO, 0.05));
    }

    private static void sizes(JsonNode vector) {
        SampleRatio ratio = SampleRatio.of(
                Vectors.numbers(vector.get("inputs").get("observed")),
                Vectors.numbers(vector.get("inputs").get("expected_share")));

        Vectors.close(vector, "chi2", ratio.chiSquare());
        Vectors.close(vector, "p", ratio.pValue());
        assertThat(ratio.df()).isEqualTo(vector.get("expected").get("df").asInt());
    }

    private static void oneProportion(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        OneProportion one =
                new OneProportion(inputs.get("x").asDouble(), inputs.get("n").asDouble());
        vector.get("expected").propertyStream().forEach(expected -> {
            Interval actual = switch (expected.getKey()) {
                case "wilson" -> one.wilson(0.05);
                case "clopper_pearson" -> one.exact(0.05);
                case "agresti_coull" -> one.agrestiCoull(0.05);
                case "jeffreys" -> one.jeffreys(0.05);
                case "wald" -> one.wald(0.05);
                default -> throw new AssertionError(expected.getKey());
            };
            Vectors.close(vector, expected.getValue(), actual);
        });
    }

    private static void adjusted(JsonNode vector) {
        double[] p = Vectors.numbers(vector.get("inputs").get("p"));
        for (Adjustment adjustment : new Adjustment[] {Adjustment.HOLM, Adjustment.BH}) {
            JsonNode expected = vector.get("expected").get(adjustment == Adjustment.HOLM ? "holm" : "BH");
            double[] actual = adjustment.adjust(p);
            for (int i = 0; i < p.length; i++) {
                Vectors.close(vector, expected.get(i), actual[i]);
            }
        }
    }

    private static void beats(JsonNode vector) {
        double[] a = Vectors.numbers(vector.get("inputs").get("a"));
        double[] b = Vectors.numbers(vector.get("inputs").get("b"));
        TwoBetas two = new TwoBetas(b[0] - 1, b[0] + b[1] - 2, a[0] - 1, a[0] + a[1] - 2);

        Vectors.close(vector, "p", two.probabilityToBeat());
    }
}
