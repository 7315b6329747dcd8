package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.filorosso.simulator.cli.Run;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when Spark fails, or is asked for what cannot be. */
class SparkFailuresTest {

    @TempDir
    private Path temp;

    @AfterEach
    void loseOnce() {
        LosesFirst.LOST.set(1);
    }

    /** Hazard: who waits for a cluster is told nothing but that it failed. */
    @Test
    void saysThatSparkGaveUp() {
        LosesFirst.LOST.set(9);

        Run run = LocalSpark.spark(
                LocalSpark.customers("decide " + LocalSpark.AT + "--channel desk ") + " " + Market.FOLDER);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("Spark gave up block 1: ", "failed 2 times", "the executor is gone", "Maybe")
                .doesNotContain("\tat ");
    }

    /** Hazard: who wants to know more gets another exit code, or nothing more. */
    @Test
    void showsMoreWhenAsked() {
        LosesFirst.LOST.set(9);

        Run run = LocalSpark.spark(LocalSpark.customers("--stack-trace decide " + LocalSpark.AT + "--channel desk ")
                + " " + Market.FOLDER);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Spark gave up block 1: ", "    at org.apache.spark.");
    }

    /** Hazard: what an executor refuses is taken for a fault of the machine, and tried again. */
    @Test
    void anExecutorThatDoesNotSeeTheFolderSaysSo() {
        Path out = temp.resolve("out");
        Run run = Run.shared(
                new Elsewhere(LocalSpark.FLEET, out.toString()),
                LocalSpark.words(
                        "simulate --population 5 --days 2 --baselines none --out " + out + " " + Market.FOLDER));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("does not see this folder", "Maybe --out must name a folder");
    }

    /** Hazard: wrong usage waits for a cluster, or is told as a fault of it. */
    @Test
    void wrongUsageNeedsNoCluster() {
        try (SparkFleet none = new SparkFleet(new SparkConf(false))) {
            Run wrong = Run.shared(none, LocalSpark.words("decide --chanel desk " + Market.FOLDER));
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("--channel");

            Run masterless = Run.shared(
                    none,
                    LocalSpark.words(
                            LocalSpark.customers("decide " + LocalSpark.AT + "--channel desk ") + " " + Market.FOLDER));
            assertThat(masterless.code()).isEqualTo(2);
            assertThat(masterless.err()).contains("Spark has no master. Maybe spark-submit --master local[*]");
        }
    }

    /** Hazard: a mistyped setting is passed over. */
    @Test
    void refusesAWrongBlockSize() {
        try (SparkFleet wrong = new SparkFleet(LocalSpark.conf("local[1]").set(SparkCrew.BLOCK_ROWS, "many"))) {
            Run run = Run.shared(
                    wrong,
                    LocalSpark.words(
                            LocalSpark.customers("decide " + LocalSpark.AT + "--channel desk ") + " " + Market.FOLDER));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("spark.filorosso.block.rows: \"many\"", "Maybe 1000");
        }
    }
}
