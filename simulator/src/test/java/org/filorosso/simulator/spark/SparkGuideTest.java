package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the guide to Spark shows commands that do not run. Every one is run, in its order. */
class SparkGuideTest {
    private static final Path GUIDE = Path.of("../docs/spark.md");
    private static final Pattern ALONE = Pattern.compile("filorosso (\\w.*)");
    private static final Pattern SHARED = Pattern.compile("spark-submit --master local\\[2] --class "
            + Pattern.quote(Main.class.getName()) + " filorosso\\.jar (.*)");

    @TempDir
    private Path work;

    @Test
    void everyCommandRuns() throws IOException {
        List<String> lines =
                Files.readString(GUIDE).split("```", -1)[1].strip().lines().toList();

        assertThat(lines).hasSize(4).noneMatch(line -> line.contains("\\"));
        for (String line : lines) {
            Run run = run(line);
            assertThat(run.code()).as(line + "\n" + run.err()).isZero();
        }
        assertThat(Files.readAllLines(work.resolve("shop/decisions.ndjson"))).hasSize(300);
        assertThat(work.resolve("shop/monday/contacts.csv")).isNotEmptyFile();
        assertThat(work.resolve("shop/trial/report.html")).isNotEmptyFile();
    }

    private Run run(String line) {
        Matcher alone = ALONE.matcher(line);
        Matcher shared = SHARED.matcher(line);
        if (alone.matches()) {
            return LocalSpark.local(here(alone.group(1)));
        }
        assertThat(shared.matches()).as(line).isTrue();
        return LocalSpark.spark(here(shared.group(1)));
    }

    private String here(String command) {
        return command.replace(" rules/", " ../rules/").replace(" shop", " " + work.resolve("shop"));
    }
}
