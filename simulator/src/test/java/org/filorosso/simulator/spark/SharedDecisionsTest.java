package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code decide} on Spark gives the bytes that one process gives, though every task is lost once. */
class SharedDecisionsTest {

    @TempDir
    private Path temp;

    /** Hazard: decisions, their log, or the bad rows come out otherwise or in another order; a past is not known there. */
    @ParameterizedTest
    @CsvSource({
        "--format json --explain summary",
        "--format csv --log LOG --extract",
        "--format table --quiet --top 1",
    })
    void decidesTheSame(String options) throws IOException {
        Files.createDirectories(temp.resolve("out"));
        String line =
                LocalSpark.customers("decide " + LocalSpark.AT + "--channel desk ") + LocalSpark.past() + " --out "
                        + temp.resolve("out/answer") + " "
                        + options.replace("LOG", temp.resolve("out/log").toString()) + " "
                        + Market.FOLDER;

        LocalSpark.same(temp, line);

        assertThat(LocalSpark.local(line).code()).as("a bad row is among them").isEqualTo(4);
    }

    /** Hazard: without a past the executors have the header of the file only. */
    @Test
    void decidesTheSameWithoutAPast() throws IOException {
        Files.createDirectories(temp.resolve("out"));
        LocalSpark.same(
                temp,
                LocalSpark.customers("decide " + LocalSpark.AT + "--channel desk ") + " --out "
                        + temp.resolve("out/answer") + " " + Market.FOLDER);
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

        LocalSpark.same(
                temp,
                "decide " + LocalSpark.AT + "--channel desk --customers " + file + " --out "
                        + temp.resolve("out/answer") + " " + Market.FOLDER);
    }

    /** Hazard: a time that nobody typed is another one on each executor. */
    @Test
    void oneTimeForAll() {
        Run run = LocalSpark.spark(LocalSpark.customers("decide --channel desk --format json ") + " " + Market.FOLDER);

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
}
