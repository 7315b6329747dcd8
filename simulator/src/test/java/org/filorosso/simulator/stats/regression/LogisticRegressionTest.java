package org.filorosso.simulator.stats.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.Chance;
import org.filorosso.simulator.stats.Interval;
import org.filorosso.simulator.stats.Vectors;
import org.filorosso.simulator.stats.data.Columns;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Hazard: a world is calibrated on coefficients that the data do not hold, or that are surer than they can be. */
public class LogisticRegressionTest {

    public static Vectors vectorsOfStatsmodels() {
        return Vectors.of("logistic_regression.json").run("logit/", LogisticRegressionTest::holds);
    }

    @TestFactory
    Stream<DynamicTest> ofStatsmodels() throws Exception {
        return vectorsOfStatsmodels().tests();
    }

    private static void holds(JsonNode vector) throws Exception {
        JsonNode inputs = vector.get("inputs");
        List<String> names = List.copyOf(inputs.get("x").propertyNames());
        List<Observation> rows = new ArrayList<>();
        try (Columns columns = columns(inputs)) {
            while (columns.next()) {
                double[] x = names.stream()
                        .mapToDouble(name -> value(inputs.get("x").get(name), columns))
                        .toArray();
                double yes = value(inputs.get("y"), columns);
                rows.add(new Observation(x, yes, 1 - yes));
            }
        }
        LogisticRegression fit = LogisticRegression.fit(rows, Shrinkage.none(names.size()));
        JsonNode expected = vector.get("expected");

        assertThat(rows).hasSize(expected.get("n").asInt());
        assertThat(fit.settled()).isTrue();
        for (int i = 0; i < names.size(); i++) {
            Vectors.close(vector, expected.get("params").get(names.get(i)), fit.coefficients()[i]);
            Vectors.close(vector, expected.get("bse").get(names.get(i)), fit.errors()[i]);
        }
        Vectors.close(vector, "llf", fit.logLikelihood());
        Vectors.close(vector, "llnull", alone(rows).logLikelihood());
        Vectors.close(vector, "auc_in_sample", area(rows, fit));
    }

    private static Columns columns(JsonNode inputs) throws Exception {
        List<String> texts = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Stream.concat(Stream.of(inputs.get("y")), inputs.get("x").valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .forEach(formula -> {
                    boolean text = formula.contains("==");
                    String name = formula.split("==|/")[0];
                    List<String> kind = text ? texts : numbers;
                    if (!kind.contains(name)) {
                        kind.add(name);
                    }
                });
        return Columns.open(
                DataFile.of(Vectors.data(inputs.get("file").asString())),
                Columns.Asked.of(texts, numbers),
                new Flaws());
    }

    /** A 1, a column, a column over a number, or whether a column says a text. */
    private static double value(JsonNode formula, Columns columns) {
        if (!formula.isString()) {
            return formula.asDouble();
        }
        String[] text = formula.asString().split("==");
        if (text.length == 2) {
            return columns.text(columns.textPlace(text[0])).equals(text[1].replace("'", "")) ? 1 : 0;
        }
        String[] number = formula.asString().split("/");
        return columns.number(columns.place(number[0])) / (number.length == 2 ? Double.parseDouble(number[1]) : 1);
    }

    private static LogisticRegression alone(List<Observation> rows) {
        double yes = rows.stream().mapToDouble(Observation::yes).sum();
        return LogisticRegression.fit(
                List.of(new Observation(new double[] {1}, yes, rows.size() - yes)), Shrinkage.none(1));
    }

    private static double area(List<Observation> rows, LogisticRegression fit) {
        boolean[] yes = new boolean[rows.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = rows.get(i).yes() > 0;
        }
        return Ranking.area(
                rows.stream().mapToDouble(row -> fit.probability(row.x())).toArray(), yes);
    }

    private static List<Observation> drawn(SplittableRandom random, int rows) {
        List<Observation> drawn = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double[] x = {1, random.nextGaussian(), random.nextInt(2)};
            double odds = -1 + 0.5 * x[1] - 0.7 * x[2];
            double yes = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
            drawn.add(new Observation(x, yes, 1 - yes));
        }
        return drawn;
    }

    /** The errors promise an interval. */
    @Test
    void intervalsHoldThePlantedCoefficient() {
        double covered = Chance.share(random -> {
            LogisticRegression fit = LogisticRegression.fit(drawn(random, 400), Shrinkage.none(3));
            double wide = 1.959964 * fit.errors()[2];
            return new Interval(fit.coefficients()[2] - wide, fit.coefficients()[2] + wide).contains(-0.7);
        });

        assertThat(covered).isBetween(0.935, 0.965);
    }

    @Test
    void rowsThatAreAlikeMayBeCounted() {
        List<Observation> one = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            one.add(new Observation(new double[] {1, i % 2}, i % 3 == 0 ? 1 : 0, i % 3 == 0 ? 0 : 1));
        }
        List<Observation> counted =
                List.of(new Observation(new double[] {1, 0}, 10, 20), new Observation(new double[] {1, 1}, 10, 20));

        assertThat(LogisticRegression.fit(counted, Shrinkage.none(2)).errors())
                .containsExactly(LogisticRegression.fit(one, Shrinkage.none(2)).errors(), within(1e-9));
    }

    /** A coefficient by few data stays near nothing, by many goes to the data. */
    @Test
    void fewDataAreShrunkManyAreNot() {
        for (double times : new double[] {1, 10_000}) {
            List<Observation> rows = List.of(
                    new Observation(new double[] {1, 0}, 200 * times, 200 * times),
                    new Observation(new double[] {1, 1}, 3 * times, times));
            double free = LogisticRegression.fit(rows, Shrinkage.none(2)).coefficients()[1];
            double shrunk = LogisticRegression.fit(rows, Shrinkage.towardsNothing(2, 0.5))
                    .coefficients()[1];

            assertThat(free).isCloseTo(Math.log(3), within(1e-8));
            if (times == 1) {
                assertThat(shrunk).isBetween(0.05, 0.4);
            } else {
                assertThat(shrunk).isCloseTo(free, within(0.01));
            }
        }
    }

    /** Where yes and no part completely there is no greatest likelihood; shrunk there is. */
    @Test
    void separatedDataAreTold() {
        List<Observation> parted =
                List.of(new Observation(new double[] {1, 0}, 0, 30), new Observation(new double[] {1, 1}, 30, 0));

        assertThat(LogisticRegression.fit(parted, Shrinkage.towardsNothing(2, 2))
                        .settled())
                .isTrue();
        LogisticRegression free = LogisticRegression.fit(parted, Shrinkage.none(2));
        assertThat(free.settled()).isFalse();
        assertThat(free.errors()[1]).isGreaterThan(100);
    }

    @Test
    void columnsThatSayTheSameAreRefusedUnlessShrunk() {
        List<Observation> twins = List.of(
                new Observation(new double[] {1, 0, 0}, 10, 20), new Observation(new double[] {1, 1, 1}, 20, 20));

        assertThatThrownBy(() -> LogisticRegression.fit(twins, Shrinkage.none(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be told from the others");
        double[] shared =
                LogisticRegression.fit(twins, Shrinkage.towardsNothing(3, 1)).coefficients();
        assertThat(shared[1]).isCloseTo(shared[2], within(1e-9));
    }

    @Test
    void areaOfByHandAndOfTies() {
        assertThat(Ranking.area(new double[] {1, 2, 3, 4}, false, true, false, true))
                .isEqualTo(0.75);
        assertThat(Ranking.area(new double[] {1, 1, 1, 1}, false, true, false, true))
                .isEqualTo(0.5);
        assertThat(Ranking.area(new double[] {1, 2}, true, true)).isNaN();
    }
}
