package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.simulator.calibration.KnownWorld;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code backtest} says how well a world predicts, and does not flatter a wrong one. */
class BacktestCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path temp;

    private static KnownWorld known;

    @BeforeAll
    static void simulates() {
        known = KnownWorld.in(temp);
    }

    private static Run backtest(String options) {
        return Run.of(
                "backtest " + options + " --customers " + known.customers() + " --log", known.log(), known.playbook());
    }

    private static JsonNode json(String options) {
        Run run = backtest("--format json " + options);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JSON.readTree(run.out());
    }

    /** Hazard: the true world is found wrong, or a wrong one right; its errors may cancel in the total, not in the groups. */
    @Test
    void tellsTrueFromWrong() {
        JsonNode truth = json("--as-it-is");
        JsonNode wrong = json("--as-it-is --world " + known.wrong());
        JsonNode accepted = truth.get("total").get("accepted");

        assertThat(accepted.get("low").asDouble()).isLessThan(1);
        assertThat(accepted.get("high").asDouble()).isGreaterThan(1);
        assertThat(truth.get("within").asDouble()).isGreaterThan(0.7);
        assertThat(wrong.get("within").asDouble()).isLessThan(0.5);
        assertThat(wrong.get("auc").asDouble()).isLessThan(truth.get("auc").asDouble());
    }

    /** Hazard: what was held back is fitted to, or nothing is: a wrong start must predict about as the truth does. */
    @Test
    void fitsWhatWasBefore() {
        JsonNode truth = json("--as-it-is");
        JsonNode fitted = json("--world " + known.wrong());

        double expected = truth.get("total").get("accepted").get("predicted").asDouble();
        assertThat(fitted.get("total").get("accepted").get("predicted").asDouble())
                .isBetween(expected * 0.85, expected * 1.15)
                .isNotEqualTo(expected);
        assertThat(fitted.get("auc").asDouble()).isBetween(truth.get("auc").asDouble() - 0.03, 1.0);
        assertThat(fitted.get("fitted").asBoolean()).isTrue();
        assertThat(fitted.get("within").asDouble()).isGreaterThan(0.7);
    }

    /** Hazard: contacts or acceptances are lost between the log and the table, or counted twice. */
    @Test
    void countsWhatTheLogHolds() {
        JsonNode total = json("--last 40%");
        String cut = total.get("cut").asString();
        long accepted = Market.rows(known.log().resolve("responses.csv")).stream()
                .filter(row -> "accepted".equals(row.get("outcome"))
                        && row.getOrDefault("at", "").compareTo(cut) >= 0)
                .count();
        long sum = 0;
        long contacts = 0;
        for (JsonNode group : total.get("groups")) {
            sum += group.get("figures").get("accepted").get("real").asLong();
            contacts += group.get("figures").get("contacts").get("real").asLong();
        }

        // who accepts does so a minute later: those of the minute before the cut are not held back
        assertThat(sum).isBetween(accepted - 3, accepted).isPositive();
        assertThat(total.get("total").get("accepted").get("real").asLong()).isEqualTo(sum);
        assertThat(total.get("total").get("contacts").get("real").asLong()).isEqualTo(contacts);
    }

    /** Hazard: a table or a CSV that says something else than the JSON. */
    @Test
    void saysTheSameInEveryFormat() {
        JsonNode accepted = json("--last 30%").get("total").get("accepted");
        assertThat(backtest("--last 30% --format csv").out())
                .contains(",,accepted," + accepted.get("predicted").asString() + ","
                        + accepted.get("real").asString() + ",");
        assertThat(backtest("--last 30%").out())
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "%,d acceptances, %.3f times",
                        accepted.get("real").asLong(),
                        accepted.get("ratio").asDouble()))
                .contains("Row W-12 is not in the prediction: \"wish\" came with the request.");
    }

    /** Hazard: a report praises its world by a figure of another, or is silent where nobody ever asked. */
    @Test
    void theFigureStandsAtTheHeadOfEveryReportOfThatWorld() throws IOException {
        Path world = temp.resolve("kept.csv");
        Files.writeString(world, Files.readString(known.wrong()));

        assertThat(head("before", world)).contains("never held against real data");
        String told = backtest("--keep --world " + world).out();
        assertThat(temp.resolve("kept.backtest.json")).isRegularFile();
        assertThat(head("after", world))
                .contains("The world against real data (backtest): "
                        + told.lines().findFirst().orElseThrow());
        Files.writeString(world, Files.readString(world).replaceFirst("accepted,-?[0-9.]+", "accepted,-0.77"));
        assertThat(head("changed", world)).contains("never held against real data");
        Files.writeString(temp.resolve("kept.backtest.json"), "{");
        Run broken = simulate("broken", world);
        assertThat(broken.code()).isEqualTo(4);
        assertThat(broken.err()).contains("kept.backtest.json", "Maybe delete it");
    }

    private static Run simulate(String out, Path world) {
        return Run.of(
                "simulate --population 10 --days 2 --baselines none --no-log --world " + world + " --out",
                temp.resolve(out),
                known.playbook());
    }

    private static String head(String out, Path world) throws IOException {
        Run run = simulate(out, world);
        assertThat(run.err()).isEmpty();
        return Files.readString(temp.resolve(out).resolve("report.html"));
    }

    /** Hazard: half a question is answered somehow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--last 20 | 2 | Maybe 20%", "--last 0% | 2 | Maybe 20%", "--last 100% | 2 | Maybe 20%"})
    void refuses(String options, int code, String says) {
        Run run = backtest(options);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(says);
        assertThat(run.out()).isEmpty();
    }
}
