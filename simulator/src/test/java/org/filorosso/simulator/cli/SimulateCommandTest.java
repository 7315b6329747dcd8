package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code simulate} is asked, and what it refuses. */
class SimulateCommandTest {

    @TempDir
    private Path temp;

    /** Hazard: half a question is answered somehow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--days 0 --population 5 | 2 | is less than 1",
                "--days 5 | 2 | says who the customers are",
                "--days 5 --population 5 --baselines orakle | 2 | \"oracle\"",
                "--days 5 --population 5 --world a.csv --worlds b.csv | 2 | not both",
                "--days 5 --population 5 --from monday | 2 | Maybe 2026-03-02",
                "--days 5 --population 5 --world none.csv | 4 | there is no such file",
                "--days 5 --population 5 --model none.yaml | 4 | there is no such file"
            })
    void refuses(String options, int code, String says) {
        Run run = Run.of("simulate " + options + " --out", temp.resolve("out"), Market.FOLDER);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(says);
        assertThat(run.out()).isEmpty();
    }

    /** Hazard: a playbook that says nothing of customers is simulated with customers of nobody's. */
    @Test
    void needsAPopulationAndAWorld() {
        Run run = Run.of("simulate --days 5 --population 5 --out", temp.resolve("out"), Run.SHOP);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("holds no population.yaml").contains("Maybe");
    }

    /** Hazard: a row of real customers that cannot be read is passed over in silence. */
    @Test
    void realCustomersAreTakenAsTheyAre() {
        Market.change(temp, "real.csv", text -> "id,age,plan,spend\nx,20,small,11\ny,old,large,99\nz,50,large,80\n");
        Run run = Run.of(
                "simulate --days 40 --baselines no-contact --customers",
                temp.resolve("real.csv"),
                "--out",
                temp.resolve("out"),
                Market.FOLDER);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("real.csv:3: column \"age\"", "1 bad row skipped");
        assertThat(Market.customers(temp.resolve("out"), "no-contact"))
                .extracting(row -> row.get("id"))
                .containsExactly("x", "z");
        // 11 and 80 euro in 30 days, over 40
        assertThat(Market.figure(temp.resolve("out"), "no-contact", "revenue")).isBetween(121.0, 122.0);
    }
}
