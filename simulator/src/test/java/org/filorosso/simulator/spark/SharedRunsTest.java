package org.filorosso.simulator.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run} on Spark gives the bytes that one process gives, though every task is lost once. */
class SharedRunsTest {

    @TempDir
    private Path temp;

    /** Hazard: what is scarce is given away by each executor, or a household is contacted twice. */
    @ParameterizedTest
    @CsvSource({"''", "--preference only"})
    void runsTheSame(String options) throws IOException {
        String line = LocalSpark.customers("run " + LocalSpark.AT + options + " ") + LocalSpark.past() + " --out "
                + temp.resolve("out") + " " + Market.FOLDER;

        LocalSpark.same(temp, line);

        assertThat(Market.rows(temp.resolve("out/contacts.csv"))).hasSizeGreaterThan(5);
    }

    /** Hazard: a run that was killed says something else, or contacts somebody twice, when it is started again. */
    @Test
    void aKilledRunGoesOn() throws IOException {
        LocalSpark.dies(
                temp,
                LocalSpark.customers("run " + LocalSpark.AT) + LocalSpark.past() + " --out " + temp.resolve("out") + " "
                        + Market.FOLDER,
                6,
                out -> {});
    }
}
