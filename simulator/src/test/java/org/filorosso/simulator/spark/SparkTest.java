package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Spark gives the bytes that one process gives. Every task of these tests loses its first result after it has done all its
 * work, so that whatever is consumed or written by a task would be so twice.
 */
class SparkTest {
    private static final String AT = "--at 2026-04-20T10:00 ";
    private static final SparkFleet SPARK = new SparkFleet(conf("local[2,2]"), LosesFirst::new);

    @TempDir
    private static Path data;

    @TempDir
    private Path temp;

    private static SparkConf conf(String master) {
        return new SparkConf(false)
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.local.dir", Path.of("target/spark").toAbsolutePath().toString())
                .set(SparkCrew.BLOCK_ROWS, "23");
    }

    @BeforeAll
    static void customers() throws IOException {
        Files.createDirectories(Path.of("target/spark"));
        Run run = Run.of("generate --population 200 --history-days 30 --out", data, Market.FOLDER);
        assertThat(run.code()).as(run.err()).isZero();
        Market.change(
                data, "customers.csv", text -> text.replaceFirst("\n[^\n]*\n", "\n\"broken\",\"x\ny\",,,,,,,,,,\n"));
    }

    @AfterEach
    void loseOnce() {
        LosesFirst.LOST.set(1);
    }

    @AfterAll
    static void stop() {
        SPARK.close();
    }

    private static String customers(String options) {
        return options + "--customers " + data.resolve("customers.csv");
    }

    private static String past() {
        return " --history " + data.resolve("history.csv") + " --events " + data.resolve("events.csv");
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.removeIf(String::isEmpty);
        return words.toArray(String[]::new);
    }

    private static Run local(String line) {
        return Run.of(words(line)[0], (Object[]) Arrays.copyOfRange(words(line), 1, words(line).length));
    }

    private static Run spark(String line) {
        return Run.shared(SPARK, words(line));
    }

    /** Runs twice into the same folder, alone and shared; everything must be the same, also what is said. */
    private void same(String line) throws IOException {
        Path out = temp.resolve("out");
        Run alone = local(line);
        Map<String, String> expected = Market.files(out);
        clear(out);

        Run shared = spark(line);

        assertThat(expected).as(alone.err()).isNotEmpty();
        assertThat(Market.files(out)).as(shared.err()).isEqualTo(expected);
        assertThat(shared.out()).isEqualTo(alone.out());
        assertThat(timeless(shared.err())).isEqualTo(timeless(alone.err()));
        assertThat(shared.code()).isEqualTo(alone.code());
    }

    private static String timeless(String text) {
        return text.replaceAll(" in [0-9.]+ s", "");
    }

    private static void clear(Path folder) throws IOException {
        for (String file : Market.files(folder).keySet()) {
            Files.delete(folder.resolve(file));
        }
    }

    /** Hazard: decisions, their log, or the bad rows come out otherwise or in another order; a past is not known there. */
    @ParameterizedTest
    @CsvSource({
        "--format json --explain summary",
        "--format csv --log LOG --extract",
        "--format table --quiet --top 1",
    })
    void decidesTheSame(String options) throws IOException {
        Files.createDirectories(temp.resolve("out"));
        String line = customers("decide " + AT + "--channel desk ") + past() + " --out "
                + temp.resolve("out/answer") + " "
                + options.replace("LOG", temp.resolve("out/log").toString()) + " "
                + Market.FOLDER;

        same(line);

        assertThat(local(line).code()).as("a bad row is among them").isEqualTo(4);
    }

    /** Hazard: without a past the executors have the header of the file only. */
    @Test
    void decidesTheSameWithoutAPast() throws IOException {
        Files.createDirectories(temp.resolve("out"));
        same(customers("decide " + AT + "--channel desk ") + " --out " + temp.resolve("out/answer") + " "
                + Market.FOLDER);
    }

    /** Hazard: lines of NDJSON are numbered or understood otherwise. */
    @Test
    void decidesTheSameForNdjson() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append(i % 7 == 3 ? "\n" : "");
            lines.append(
                    i == 40
                            ? "{\"id\": 7}\n"
                            : "{\"id\": \"\u00e9-" + i + "\", \"attributes\": {\"age\": " + i + "}}\n");
        }
        Path file = Files.writeString(temp.resolve("customers.ndjson"), lines);
        Files.createDirectories(temp.resolve("out"));

        same("decide " + AT + "--channel desk --customers " + file + " --out " + temp.resolve("out/answer") + " "
                + Market.FOLDER);
    }

    /** Hazard: a time that nobody typed is another one on each executor. */
    @Test
    void oneTimeForAll() {
        Run run = spark(customers("decide --channel desk --format json ") + " " + Market.FOLDER);

        assertThat(run.code()).as(run.err()).isEqualTo(4);
        List<String> times = run.out()
                .lines()
                .map(line -> line.replaceFirst(".*\"decidedAt\":\"([^\"]*)\".*", "$1"))
                .toList();
        assertThat(times).hasSizeGreaterThan(190);
        assertThat(times.stream().distinct())
                .singleElement()
                .asString()
                .startsWith("20")
                .hasSize(20);
    }

    /** Hazard: what is scarce is given away by each executor, or a household is contacted twice. */
    @ParameterizedTest
    @CsvSource({"''", "--preference only"})
    void runsTheSame(String options) throws IOException {
        String line =
                customers("run " + AT + options + " ") + past() + " --out " + temp.resolve("out") + " " + Market.FOLDER;

        same(line);

        assertThat(Market.rows(temp.resolve("out/contacts.csv"))).hasSizeGreaterThan(5);
    }

    /** Hazard: arms, worlds or logs come out otherwise; an attempt that was lost leaves something. */
    @Test
    void simulatesTheSame() throws IOException {
        Path mild = Files.writeString(temp.resolve("mild.csv"), Files.readString(Market.FOLDER.resolve("world.csv")));
        same("simulate --population 30 --days 6 --baselines random --worlds "
                + Market.FOLDER.resolve("world.csv") + "," + mild + " --out " + temp.resolve("out") + " "
                + Market.FOLDER + " " + Market.copy(temp.resolve("other")));

        assertThat(Market.files(temp.resolve("out")).keySet())
                .hasSizeGreaterThan(30)
                .noneMatch(file -> file.contains("unfinished"));
    }

    /** Hazard: real customers of a simulation, or their past, do not reach the executors. */
    @Test
    void simulatesRealCustomersTheSame() throws IOException {
        same(customers("simulate --days 2 --baselines value-only --no-log --from 2026-04-20 ") + past() + " --out "
                + temp.resolve("out") + " " + Market.FOLDER);
    }

    /** A driver that dies half-way and is started again, where Spark is there or not. */
    private void dies(String line, int after, Consumer<Path> halfWay) throws IOException {
        Path out = temp.resolve("out");
        assertThat(local(line).code()).isIn(0, 4);
        Map<String, String> expected = Market.files(out);

        clear(out);
        assertThatThrownBy(() -> Run.shared(new DyingDriver(SPARK, after), words(line)))
                .isInstanceOf(DyingDriver.DeathError.class);
        assertThat(Market.files(out)).isNotEqualTo(expected);
        halfWay.accept(out);
        spark(line);
        assertThat(Market.files(out)).isEqualTo(expected);

        clear(out);
        assertThatThrownBy(() -> Run.shared(new DyingDriver(SPARK, after), words(line)))
                .isInstanceOf(DyingDriver.DeathError.class);
        local(line);
        assertThat(Market.files(out)).isEqualTo(expected);
    }

    /** Hazard: a run that was killed says something else, or contacts somebody twice, when it is started again. */
    @Test
    void aKilledRunGoesOn() throws IOException {
        dies(customers("run " + AT) + past() + " --out " + temp.resolve("out") + " " + Market.FOLDER, 6, out -> {});
    }

    /** Hazard: arms that were done are run again, or one that was half done counts. */
    @Test
    void aKilledSimulationGoesOn() throws IOException {
        dies(
                "simulate --population 40 --days 6 --baselines random,no-contact --out " + temp.resolve("out") + " "
                        + Market.FOLDER,
                1,
                out -> assertThat(Market.files(out).keySet())
                        .as("one arm of three is done")
                        .contains("arms/market/done")
                        .doesNotContain("arms/random/done")
                        .anyMatch(file -> file.startsWith("unfinished/")));
    }

    /** Hazard: who waits for a cluster is told nothing but that it failed. */
    @Test
    void saysThatSparkGaveUp() {
        LosesFirst.LOST.set(9);

        Run run = spark(customers("decide " + AT + "--channel desk ") + " " + Market.FOLDER);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("Spark gave up block 1: ", "failed 2 times", "the executor is gone", "Maybe")
                .doesNotContain("\tat ");
    }

    /** Hazard: what an executor refuses is taken for a fault of the machine, and tried again. */
    @Test
    void anExecutorThatDoesNotSeeTheFolderSaysSo() {
        Path out = temp.resolve("out");
        Run run = Run.shared(
                new Elsewhere(SPARK, out.toString()),
                words("simulate --population 5 --days 2 --baselines none --out " + out + " " + Market.FOLDER));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("does not see this folder", "Maybe --out must name a folder");
    }

    /** Hazard: wrong usage waits for a cluster, or is told as a fault of it. */
    @Test
    void wrongUsageNeedsNoCluster() {
        try (SparkFleet none = new SparkFleet(new SparkConf(false))) {
            Run wrong = Run.shared(none, words("decide --chanel desk " + Market.FOLDER));
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("--channel");

            Run masterless =
                    Run.shared(none, words(customers("decide " + AT + "--channel desk ") + " " + Market.FOLDER));
            assertThat(masterless.code()).isEqualTo(2);
            assertThat(masterless.err()).contains("Spark has no master. Maybe spark-submit --master local[*]");
        }
    }

    /** Hazard: a mistyped setting is passed over. */
    @Test
    void refusesAWrongBlockSize() {
        try (SparkFleet wrong = new SparkFleet(conf("local[1]").set(SparkCrew.BLOCK_ROWS, "many"))) {
            Run run = Run.shared(wrong, words(customers("decide " + AT + "--channel desk ") + " " + Market.FOLDER));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("spark.filorosso.block.rows: \"many\"", "Maybe 1000");
        }
    }
}
