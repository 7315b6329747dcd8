package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.simulation.Market;

/**
 * The Spark application of these tests; it ends with the process. Every task loses its first result after it has done all
 * its work: whatever is consumed or written by a task is so twice.
 */
final class LocalSpark {
    static final String AT = "--at 2026-04-20T10:00 ";
    static final SparkFleet FLEET = new SparkFleet(conf("local[2,2]"), LosesFirst::new);
    private static final Path DATA = data();

    private LocalSpark() {}

    static SparkConf conf(String master) {
        return new SparkConf(false)
                .setMaster(master)
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.local.dir", folder().toString())
                .set(SparkCrew.BLOCK_ROWS, "23");
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target/spark")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Customers with a past and in households, one of them broken. */
    private static Path data() {
        Path data = folder().resolve("market");
        Run run = Run.of("generate --population 200 --history-days 30 --out", data, Market.FOLDER);
        assertThat(run.code()).as(run.err()).isZero();
        Market.change(
                data, "customers.csv", text -> text.replaceFirst("\n[^\n]*\n", "\n\"broken\",\"x\ny\",,,,,,,,,,\n"));
        return data;
    }

    static String customers(String options) {
        return options + "--customers " + DATA.resolve("customers.csv");
    }

    static String past() {
        return " --history " + DATA.resolve("history.csv") + " --events " + DATA.resolve("events.csv");
    }

    static String[] words(String line) {
        return Arrays.stream(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    static Run local(String line) {
        return Run.shared(null, words(line));
    }

    static Run spark(String line) {
        return Run.shared(FLEET, words(line));
    }

    /** Runs twice into the same folder, alone and shared; everything must be the same, also what is said. */
    static void same(Path temp, String line) throws IOException {
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

    /** A driver that dies half-way and is started again, where Spark is there or not. */
    static void dies(Path temp, String line, int after, Consumer<Path> halfWay) throws IOException {
        Path out = temp.resolve("out");
        assertThat(local(line).code()).isIn(0, 4);
        Map<String, String> expected = Market.files(out);

        clear(out);
        assertThatThrownBy(() -> Run.shared(new DyingDriver(FLEET, after), words(line)))
                .isInstanceOf(DyingDriver.DeathError.class);
        assertThat(Market.files(out)).isNotEqualTo(expected);
        halfWay.accept(out);
        spark(line);
        assertThat(Market.files(out)).isEqualTo(expected);

        clear(out);
        assertThatThrownBy(() -> Run.shared(new DyingDriver(FLEET, after), words(line)))
                .isInstanceOf(DyingDriver.DeathError.class);
        local(line);
        assertThat(Market.files(out)).isEqualTo(expected);
    }
}
