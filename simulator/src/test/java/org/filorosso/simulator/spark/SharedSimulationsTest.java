package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate} on Spark gives the bytes that one process gives, though every task is lost once. */
class SharedSimulationsTest {

    @TempDir
    private Path temp;

    /** Hazard: arms, worlds or logs come out otherwise; an attempt that was lost leaves something. */
    @Test
    void simulatesTheSame() throws IOException {
        Path mild = Files.writeString(temp.resolve("mild.csv"), Files.readString(Market.FOLDER.resolve("world.csv")));
        LocalSpark.same(
                temp,
                "simulate --population 30 --days 6 --baselines random --worlds "
                        + Market.FOLDER.resolve("world.csv") + "," + mild + " --out " + temp.resolve("out") + " "
                        + Market.FOLDER + " " + Market.copy(temp.resolve("other")));

        assertThat(Market.files(temp.resolve("out")).keySet())
                .hasSizeGreaterThan(30)
                .noneMatch(file -> file.contains("unfinished"));
    }

    /** Hazard: real customers of a simulation, or their past, do not reach the executors. */
    @Test
    void simulatesRealCustomersTheSame() throws IOException {
        LocalSpark.same(
                temp,
                LocalSpark.customers("simulate --days 2 --baselines value-only --no-log --from 2026-04-20 ")
                        + LocalSpark.past() + " --out " + temp.resolve("out") + " " + Market.FOLDER);
    }

    /** Hazard: arms that were done are run again, or one that was half done counts. */
    @Test
    void aKilledSimulationGoesOn() throws IOException {
        LocalSpark.dies(
                temp,
                "simulate --population 40 --days 6 --baselines random,no-contact --out " + temp.resolve("out") + " "
                        + Market.FOLDER,
                1,
                out -> assertThat(Market.files(out).keySet())
                        .as("one arm of three is done")
                        .contains("arms/market/done")
                        .doesNotContain("arms/random/done")
                        .anyMatch(file -> file.startsWith("unfinished/")));
    }
}
