package org.filorosso.simulator.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.Vectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: customers who have left are counted on. */
public class ClvVectorsTest {
    private static final String WITH_VALUES = "data/cdnow/cdnow_customers_summary_with_transactions.csv";

    public static Vectors vectorsOfCdnow() {
        return Vectors.of("clv_cdnow.json")
                .run("bgnbd/params", ClvVectorsTest::purchases)
                .run("bgnbd/expected_purchases", ClvVectorsTest::expected)
                .run("bgnbd/conditional", ClvVectorsTest::conditional)
                .run("bgnbd/pmf", ClvVectorsTest::probabilities)
                .run("gammagamma/params", ClvVectorsTest::spend)
                .run("clv/12m", ClvVectorsTest::value)
                .run("pareto_nbd/palive", ClvVectorsTest::pareto)
                .leaveOut("bgnbd/", "held by the tests of the same functions above")
                .leaveOut("gammagamma/", "held by the tests of the same functions above")
                .leaveOut("mbgnbd/", "BG/NBD is the model that is offered")
                .leaveOut("mbg", "BG/NBD is the model that is offered")
                .leaveOut("bgbb/", "BG/NBD is the model that is offered")
                .leaveOut("beta_geo", "BG/NBD is the model that is offered");
    }

    @TestFactory
    Stream<DynamicTest> ofCdnow() throws Exception {
        return vectorsOfCdnow().tests();
    }

    private static List<Buyer> cdnow() throws Exception {
        return new BuyerFile("ID", "x", "t_x", "T", "zbar").read(DataFile.of(Vectors.data(WITH_VALUES)), new Flaws());
    }

    private static void purchases(JsonNode vector) throws Exception {
        BgNbd model = BgNbd.fit(new BuyerFile("ID", "frequency", "recency", "T", null)
                .read(DataFile.of(Vectors.data(vector.get("inputs").get("file").asString())), new Flaws()));

        Vectors.close(vector, "r", model.r());
        Vectors.close(vector, "alpha", model.alpha());
        Vectors.close(vector, "a", model.a());
        Vectors.close(vector, "b", model.b());
        if (vector.has("recheck")) {
            assertThat(model.logLikelihood())
                    .isCloseTo(vector.get("recheck").get("log_likelihood").asDouble(), within(1e-6));
        }
        assertThat(model.expected(new Buyer("", 2, 30.43, 38.86, 0), 39)).isCloseTo(1.226, within(5e-4));
    }

    // the sheet's own parameters, before rounding
    private static final BgNbd SHEET = BgNbd.of(0.242593, 4.413532, 0.792886, 2.425752);

    private static final BgNbd PUBLISHED = BgNbd.of(0.243, 4.414, 0.793, 2.426);

    private static void expected(JsonNode vector) {
        double[] times = Vectors.numbers(vector.get("inputs").get("t"));
        for (int i = 0; i < times.length; i++) {
            Vectors.close(vector, vector.get("expected").get("e").get(i), SHEET.expected(times[i]));
        }
    }

    private static void conditional(JsonNode vector) {
        assertThat(PUBLISHED.expected(new Buyer("", 2, 30.43, 38.86, 0), 39)).isCloseTo(1.226, within(1e-3));
    }

    private static void probabilities(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        for (int i = 0; i < inputs.get("cases").size(); i++) {
            JsonNode one = inputs.get("cases").get(i);
            double actual = PUBLISHED.probability(one.get(1).asInt(), one.get(0).asDouble());
            Vectors.close(vector, vector.get("expected").get("cases").get(i), actual);
        }
        for (int i = 0; i < inputs.get("t30_n").size(); i++) {
            Vectors.close(
                    vector,
                    vector.get("expected").get("t30").get(i),
                    PUBLISHED.probability(inputs.get("t30_n").get(i).asInt(), 30));
        }
    }

    private static void spend(JsonNode vector) throws Exception {
        GammaGamma model = GammaGamma.fit(cdnow());

        Vectors.close(vector, "p", model.p());
        Vectors.close(vector, "q", model.q());
        Vectors.close(vector, "v", model.v());
        if (vector.has("recheck")) {
            assertThat(model.logLikelihood())
                    .isCloseTo(vector.get("recheck").get("log_likelihood").asDouble(), within(1e-6));
        }
    }

    private static void pareto(JsonNode vector) {
        JsonNode inputs = vector.get("inputs");
        JsonNode given = inputs.get("params");
        ParetoNbd model = ParetoNbd.of(
                given.get("r").asDouble(),
                given.get("alpha").asDouble(),
                given.get("s").asDouble(),
                given.get("beta").asDouble());
        Buyer buyer = new Buyer(
                "",
                inputs.get("x").asDouble(),
                inputs.get("t_x").asDouble(),
                inputs.get("T").asDouble(),
                0);

        Vectors.close(vector, "p", model.alive(buyer));
        assertThat(model.expected(buyer, 52))
                .isCloseTo(vector.get("expected").get("conditional_52_weeks").asDouble(), within(0.01));
    }

    /** The published table takes steps of 30 weeks; with the right step of a month the note has four values. */
    private static void value(JsonNode vector) throws Exception {
        List<Buyer> buyers = cdnow();
        LifetimeValue worth = new LifetimeValue(BgNbd.fit(buyers), GammaGamma.fit(buyers));
        double[] expected = Vectors.numbers(vector.get("expected").get("first10"));
        Percentage allowed =
                Percentage.withPercentage(100 * vector.get("tolerance_relative").asDouble());
        for (int i = 0; i < expected.length; i++) {
            assertThat(worth.of(buyers.get(i), 360, 30, 0.01)).isCloseTo(expected[i], allowed);
        }
        assertThat(worth.of(buyers.get(0), 12 * 4.345, 4.345, 0.01)).isCloseTo(36.2785, within(1e-3));
        assertThat(worth.of(buyers.get(5), 12 * 4.345, 4.345, 0.01)).isCloseTo(283.5236, within(1e-2));
    }

    /** The paper's own table: r 0.243, alpha 4.414, a 0.793, b 2.426. */
    @Test
    void publishedFigures() {
        assertThat(PUBLISHED.expected(new Buyer("", 2, 30.43, 38.86, 0), 39)).isCloseTo(1.226, within(1e-3));
        assertThat(SHEET.expected(1)).isCloseTo(0.0532, within(1e-4));
        assertThat(SHEET.expected(78)).isCloseTo(1.8576, within(1e-3));
        assertThat(PUBLISHED.alive(new Buyer("", 0, 0, 39, 0))).isEqualTo(1);
        assertThat(PUBLISHED.alive(new Buyer("", 5, 5, 39, 0))).isLessThan(0.05);
    }

    @Test
    void probabilitiesAddUpToExpectations() {
        double all = 0;
        double mean = 0;
        for (int n = 0; n < 400; n++) {
            all += PUBLISHED.probability(n, 39);
            mean += n * PUBLISHED.probability(n, 39);
        }

        assertThat(all).isCloseTo(1, within(1e-6));
        assertThat(mean).isCloseTo(PUBLISHED.expected(39), within(1e-4));
    }

    @Test
    void aHeavyBuyerAndALongLookAheadAreNoOverflow() {
        Buyer heavy = new Buyer("", 900, 99.9, 100, 0);

        assertThat(PUBLISHED.expected(heavy, 10)).isBetween(50.0, 100.0);
        assertThat(PUBLISHED.expected(heavy, 5000)).isFinite().isPositive();
        assertThat(BgNbd.of(1, 2, 1, 3).expected(10)).isFinite().isPositive();
    }

    /** Customers drawn from the model: the fit finds what they were drawn with, whatever the unit of time. */
    @Test
    void plantedParametersAreFound() {
        List<Buyer> weeks = drawn(new SplittableRandom(3), 2500);
        List<Buyer> days = weeks.stream()
                .map(one -> new Buyer(one.id(), one.repeats(), 7 * one.recency(), 7 * one.age(), one.value()))
                .toList();
        BgNbd model = BgNbd.fit(weeks);
        BgNbd inDays = BgNbd.fit(days);

        assertThat(model.r()).isCloseTo(0.8, within(0.15));
        assertThat(model.alpha()).isCloseTo(6, within(1.5));
        assertThat(model.a() / (model.a() + model.b())).isCloseTo(0.25, within(0.05));
        assertThat(inDays.alpha()).isCloseTo(7 * model.alpha(), within(1e-3));
        assertThat(inDays.expected(days.get(0), 70)).isCloseTo(model.expected(weeks.get(0), 10), within(1e-4));
    }

    private static List<Buyer> drawn(SplittableRandom random, int customers) {
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = org.apache.commons.statistics.distribution.GammaDistribution.of(0.8, 1 / 6.0)
                    .inverseCumulativeProbability(random.nextDouble());
            double leave = org.apache.commons.statistics.distribution.BetaDistribution.of(1, 3)
                    .inverseCumulativeProbability(random.nextDouble());
            double time = 0;
            double last = 0;
            int repeats = 0;
            boolean alive = true;
            while (alive) {
                time -= Math.log1p(-random.nextDouble()) / rate;
                if (time > 52) {
                    break;
                }
                last = time;
                repeats++;
                alive = random.nextDouble() >= leave;
            }
            buyers.add(new Buyer("c" + i, repeats, last, 52, 10));
        }
        return buyers;
    }

    /** Who never bought again may have left too; BG/NBD cannot say so. */
    @Test
    void customersMayLeaveBeforeTheyBuyAgain() {
        ParetoNbd model = ParetoNbd.of(0.5534, 10.5802, 0.6061, 11.6562);

        assertThat(model.alive(new Buyer("", 0, 0, 39, 0))).isBetween(0.2, 0.8);
        assertThat(model.alive(new Buyer("", 3, 39, 39, 0))).isEqualTo(1);
        assertThat(model.alive(new Buyer("", 200, 5, 500, 0))).isLessThan(1e-9);
        assertThat(ParetoNbd.of(0.5, 3, 1, 12).expected(new Buyer("", 1, 5, 39, 0), 10))
                .isFinite()
                .isPositive();
    }

    /** Drawn with a rate to leave; alpha above and below beta are two forms of one function. */
    @Test
    void plantedRatesToLeaveAreFound() {
        SplittableRandom random = new SplittableRandom(8);
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            double rate = org.apache.commons.statistics.distribution.GammaDistribution.of(0.9, 1 / 5.0)
                    .inverseCumulativeProbability(random.nextDouble());
            double leaving = org.apache.commons.statistics.distribution.GammaDistribution.of(0.8, 1 / 15.0)
                    .inverseCumulativeProbability(random.nextDouble());
            double left = -Math.log1p(-random.nextDouble()) / leaving;
            double last = 0;
            int repeats = 0;
            for (double time = next(random, rate); time < Math.min(52, left); time += next(random, rate)) {
                last = time;
                repeats++;
            }
            buyers.add(new Buyer("c" + i, repeats, last, 52, 10));
        }
        ParetoNbd model = ParetoNbd.fit(buyers);

        assertThat(model.settled()).isTrue();
        assertThat(model.r()).isCloseTo(0.9, within(0.25));
        assertThat(model.alpha()).isCloseTo(5, within(2.0));
        assertThat(model.s() / model.beta()).isCloseTo(0.8 / 15, within(0.02));
        assertThat(ParetoNbd.of(0.9, 5, 0.8, 5.0001).alive(buyers.get(0)))
                .isCloseTo(ParetoNbd.of(0.9, 5.0001, 0.8, 5).alive(buyers.get(0)), within(1e-4));
    }

    private static double next(SplittableRandom random, double rate) {
        return -Math.log1p(-random.nextDouble()) / rate;
    }
}
