package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.simulator.calibration.KnownWorld;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code calibrate} finds the world that a log was made with, and leaves alone what a log cannot tell. */
class CalibrateCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Double> TRUTH = Map.ofEntries(
            Map.entry("W-1", -1.2),
            Map.entry("W-2", -0.6),
            Map.entry("W-3", -1.8),
            Map.entry("W-4", 0.7),
            Map.entry("W-5", -0.5),
            Map.entry("W-6", 0.02),
            Map.entry("W-7", -2.2),
            Map.entry("W-8", -1.5),
            Map.entry("W-9", -2.0),
            Map.entry("W-10", -4.0),
            Map.entry("B-1", -0.3),
            Map.entry("B-2", 0.8),
            Map.entry("B-3", 0.4));

    @TempDir
    private static Path temp;

    private static KnownWorld known;

    @BeforeAll
    static void simulates() {
        known = KnownWorld.in(temp);
    }

    private static Run calibrate(String options, Path out) {
        return Run.of("calibrate " + options + " --log", known.log(), "--out", out, known.playbook());
    }

    private static Map<String, JsonNode> rows(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Map<String, JsonNode> rows = new HashMap<>();
        JSON.readTree(run.out())
                .get("rows")
                .forEach(row -> rows.put(row.get("id").asString(), row));
        return rows;
    }

    /**
     * Hazard: the fit is biased, or its errors are made up. Of 13 intervals at 95% two may miss (a third would happen in one log of
     * forty); and each fit must be nearer to the truth than four of its errors.
     */
    @Test
    void findsTheTruthFromAWrongStart() {
        Map<String, JsonNode> rows = rows(calibrate(
                "--format json --customers " + known.customers() + " --world " + known.wrong(),
                temp.resolve("fitted.csv")));

        List<String> missed = TRUTH.keySet().stream()
                .filter(id -> rows.get(id).get("low").asDouble() > TRUTH.get(id)
                        || rows.get(id).get("high").asDouble() < TRUTH.get(id))
                .sorted()
                .toList();

        assertThat(missed).hasSizeLessThanOrEqualTo(2);
        TRUTH.forEach(
                (id, truth) -> assertThat(Math.abs(rows.get(id).get("fitted").asDouble() - truth))
                        .as(id)
                        .isLessThan(4 * rows.get(id).get("se").asDouble()));
    }

    /** Hazard: a world file comes back without its comments, or in another order. */
    @Test
    void changesNothingButEffects() throws IOException {
        Path out = temp.resolve("same.csv");
        rows(calibrate("--format json --customers " + known.customers(), out));

        List<String> before = KnownWorld.TRUTH.lines().toList();
        List<String> after = Files.readString(out).lines().toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(after.get(2)).matches("W-1,Offer/Plain/alpha,accepted,-[0-9.]+,,,,\"a note, with a comma\"");
        assertThat(after.get(6)).matches("W-5,\\*,accepted,-[0-9.]+ \\* \\(rank - 1\\),,,,");
        // who leaves, and what came with a request, is not in a log
        assertThat(after.get(12)).isEqualTo(before.get(12)).startsWith("W-11,");
        assertThat(after.get(13)).isEqualTo(before.get(13)).startsWith("W-12,");
        Run again =
                Run.of("simulate --days 2 --population 5 --world", out, "--out", temp.resolve("o"), known.playbook());
        assertThat(again.code()).as(again.err()).isZero();
    }

    /** Hazard: what the log cannot tell is fitted to something else, silently. */
    @Test
    void saysWhatItLeaves() {
        Map<String, JsonNode> rows = rows(calibrate("--format json", temp.resolve("blind.csv")));

        assertThat(rows.get("W-4").get("left").asString()).isEqualTo("\"plan\" needs --customers");
        assertThat(rows.get("W-6").get("left").asString()).isEqualTo("\"age\" needs --customers");
        assertThat(rows.get("W-11").get("left").asString()).isEqualTo("is not fitted: churn");
        assertThat(rows.get("W-12").get("left").asString()).isEqualTo("\"wish\" came with the request");
        assertThat(rows.get("W-1").get("left").isNull()).isTrue();
    }

    /** Hazard: hidden traits are taken for known ones that everybody lacks. */
    @Test
    void leavesWhatIsHidden() {
        Path world = temp.resolve("hidden.csv");
        Market.change(temp, "hidden.csv", text -> KnownWorld.TRUTH + "W-20,*,accepted,0.5 * keen,,,,\n");
        Map<String, JsonNode> rows = rows(calibrate(
                "--format json --world " + world + " --model " + Market.FOLDER.resolve("population.yaml"),
                temp.resolve("h.csv")));

        assertThat(rows.get("W-20").get("left").asString()).isEqualTo("\"keen\" is hidden");
        assertThat(rows.get("W-20").get("before").asDouble()).isEqualTo(0.5);
    }

    /** Hazard: a row of which the log holds nothing drifts, or a row of few answers is believed. */
    @Test
    void keepsThePriorWhereThereAreNoData() throws IOException {
        Path world = temp.resolve("rare.csv");
        Market.change(
                temp,
                "rare.csv",
                text -> KnownWorld.TRUTH
                        + "W-20,*,accepted,0.123456,small,,,Nobody\n"
                                .replace("small", "")
                                .replace("accepted,0.123456", "fulfilled,0.123456")
                        + "W-21,Offer/Plain/alpha,accepted,0.7 * (recent contacts - recent contacts),,,,\n");
        Path out = temp.resolve("rare-out.csv");
        Map<String, JsonNode> rows = rows(calibrate("--format json --world " + world, out));

        assertThat(rows.get("W-21").get("left").asString()).isEqualTo("no data");
        assertThat(Files.readString(out))
                .contains("W-20,*,fulfilled,0.123456,")
                .contains("W-21,Offer/Plain/alpha,accepted,0.7 * (");
        assertThat(rows.get("W-1").get("shrunk").asBoolean()).isFalse();
    }

    /** Hazard: a tight belief does not hold, or a loose one does. */
    @Test
    void theBeliefCounts() {
        String options = "--format json --customers " + known.customers() + " --world " + known.wrong();
        JsonNode tight = rows(calibrate(options + " --prior 0.001", temp.resolve("t.csv")))
                .get("W-1");
        JsonNode loose =
                rows(calibrate(options + " --prior 100", temp.resolve("l.csv"))).get("W-1");

        assertThat(tight.get("fitted").asDouble()).isBetween(-0.21, -0.19);
        assertThat(tight.get("shrunk").asBoolean()).isTrue();
        assertThat(loose.get("fitted").asDouble()).isBetween(-1.6, -0.8);
        assertThat(loose.get("priorShare").asDouble()).isLessThan(0.01);
    }

    /** Hazard: half a question is answered somehow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prior 0 --log LOG | 2 | is not above 0",
                "--log none | 4 | holds no decisions.csv",
                "--log LOG --world none.csv | 4 | there is no such file",
                "--log LOG --customers none.csv | 4 | none.csv"
            })
    void refuses(String options, int code, String says) {
        Run run = Run.of(
                "calibrate " + options.replace("LOG", known.log().toString()) + " --out",
                temp.resolve("never.csv"),
                known.playbook());

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(says);
        assertThat(temp.resolve("never.csv")).doesNotExist();
    }
}
