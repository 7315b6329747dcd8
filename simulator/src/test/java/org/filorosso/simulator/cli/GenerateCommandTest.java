package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated customers are as population.yaml says, and are read back by the commands that they are for. */
class GenerateCommandTest {
    private static final int MANY = 12_000;

    @TempDir
    private Path temp;

    private List<Map<String, String>> generated(String options, Path playbook) {
        Run run = Run.of("generate " + options + " --out", temp.resolve("out"), playbook);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return Market.rows(temp.resolve("out/customers.csv"));
    }

    /** Hazard: marginals are not those of the file. Bounds are 4 standard errors of a share at 12,000. */
    @Test
    void marginalsAreThoseOfTheFile() {
        List<Map<String, String>> rows = generated("--population " + MANY, Market.FOLDER);

        assertThat(rows).hasSize(MANY);
        assertThat(share(rows, row -> "small".equals(row.get("plan")))).isCloseTo(0.7, within(0.017));
        assertThat(share(rows, row -> number(row, "age") < 45)).isCloseTo(0.5, within(0.0185));
        assertThat(share(rows, row -> number(row, "spend") < 30)).isCloseTo(0.5, within(0.0185));
        // the lognormal distribution is exp(0.4) times its median one standard deviation up
        assertThat(share(rows, row -> number(row, "spend") < 30 * Math.exp(0.4)))
                .isCloseTo(0.8413, within(0.0135));
        assertThat(share(rows, row -> "marketing".equals(row.get("consents")))).isCloseTo(0.8, within(0.015));
        assertThat(share(rows, row -> "|-marketing".equals(row.get("consents"))))
                .isCloseTo(0.1, within(0.011));
        assertThat(share(
                        rows, row -> !row.getOrDefault("preferred channels", "").isEmpty()))
                .isCloseTo(0.5, within(0.0185));
        // each of two neighbours who do not live together with a chance of 0.8: 0.64 of them live alone
        assertThat(share(rows, row -> row.getOrDefault("household", "").isEmpty()))
                .isCloseTo(0.64, within(0.02));
    }

    /** Hazard: correlations are lost between the copula and the marginals. Spearman's is 6/pi asin(rho/2). */
    @Test
    void correlationsAreThoseOfTheFile() {
        List<Map<String, String>> rows = generated("--population " + MANY, Market.FOLDER);
        double expected = 6 / Math.PI * Math.asin(0.6 / 2);

        assertThat(spearman(rows, "age", "spend")).isCloseTo(expected, within(0.025));
    }

    /** Hazard: hidden traits come out with the customers. */
    @Test
    void keepsHiddenTraitsHidden() {
        assertThat(generated("--population 5", Market.FOLDER).get(0))
                .containsKey("age")
                .doesNotContainKey("keen");
    }

    /** Hazard: rows of a file are taken apart, so that values come together that never do. */
    @Test
    void resampledRowsKeepTheirValuesTogether() {
        Market.change(temp, "like.csv", text -> "id,age,plan,spend\nx,20,small,11\ny,70,large,99\n");
        List<Map<String, String>> rows =
                generated("--population 200 --resample " + temp.resolve("like.csv"), Market.FOLDER);

        assertThat(rows)
                .allMatch(row -> row.get("age").equals("20")
                        ? row.get("plan").equals("small") && row.get("spend").equals("11")
                        : row.get("plan").equals("large") && row.get("spend").equals("99"));
        assertThat(share(rows, row -> row.get("age").equals("20"))).isBetween(0.35, 0.65);
        assertThat(rows).extracting(row -> row.get("id")).doesNotHaveDuplicates();
    }

    /** Hazard: what was generated cannot be read, or its past is not there. */
    @Test
    void whatIsGeneratedIsRead() {
        generated("--population 80 --history-days 30", Market.FOLDER);
        Path out = temp.resolve("out");
        Run run = Run.of(
                "decide --channel desk --at 2026-03-02T10:00 --customers",
                out.resolve("customers.csv"),
                "--history",
                out.resolve("history.csv"),
                "--events",
                out.resolve("events.csv"),
                Market.FOLDER);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(80);
        assertThat(Market.rows(out.resolve("history.csv")))
                .hasSizeGreaterThan(300)
                .allMatch(row -> row.getOrDefault("at", "").compareTo("2026-03-02") < 0);
    }

    /** Hazard: a fault in the file is found one at a time, or passes. */
    @Test
    void allFaultsAreTold() {
        Path folder = Market.copy(temp.resolve("bad"));
        Market.change(
                folder,
                "population.yaml",
                text -> text.replace("plan: {choices: {small: 70%", "plan: {choices: {tiny: 70%")
                        .replace("rho: 0.6", "rho: 1.6")
                        .replace("event: bill-paid", "event: bill-payed")
                        .replace("keen: {normal", "age: {normal"));
        Run run = Run.of("generate --population 5 --out", temp.resolve("out"), folder);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("population.yaml:4: column \"attributes.plan\"")
                .contains("Maybe")
                .contains("rules know this name")
                .contains("between -1 and 1")
                .contains("bill-paid");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> holds) {
        return (double) rows.stream().filter(holds).count() / rows.size();
    }

    private static double spearman(List<Map<String, String>> rows, String one, String other) {
        double[] a = ranks(rows, one);
        double[] b = ranks(rows, other);
        double middle = (rows.size() - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - middle) * (b[i] - middle);
            squares += (a[i] - middle) * (a[i] - middle);
        }
        return products / squares;
    }

    private static double[] ranks(List<Map<String, String>> rows, String column) {
        int[] order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> number(rows.get(i), column)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[rows.size()];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }
}
