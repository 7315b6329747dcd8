package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the best customers are called lost, or a score means something else here than in a decision. */
class RfmCommandTest {
    private static final String ROWS = "who,day,paid\n"
            + "ann,2026-01-10,10\nann,2026-02-20T10:00,30\nann,2026-03-01,5\nann,2026-03-01,5\n"
            + "bob,20250301,500\ncy,2026-02-01,20\ndee,2026-02-25,20\neve,2025-12-01,7\n";

    @TempDir
    private Path folder;

    private Run run(String options) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), ROWS);
        return Run.of(
                "rfm --id who --date day --amount paid" + (options.isEmpty() ? "" : " ") + options + " --transactions",
                file);
    }

    @Test
    void quintilesScoreCustomersAmongThemselves() throws IOException {
        assertThat(run("--format csv").out())
                .isEqualTo("id,recency,frequency,monetary,r,f,m,segment\n"
                        + "ann,0,3,50.0,5,5,4,champions\n"
                        + "bob,365,1,500.0,1,1,5,hibernating\n"
                        + "cy,28,1,20.0,3,1,2,about to sleep\n"
                        + "dee,4,1,20.0,4,1,2,promising\n"
                        + "eve,90,1,7.0,2,1,1,hibernating\n");
    }

    @Test
    void aPlaybooksCutPointsMeanWhatTheyMeanInADecision() throws IOException {
        Path playbook = folder.resolve("mine");
        Run.of("init -q", playbook);
        Path settings = playbook.resolve("playbook.yaml");
        String yaml = Files.readString(settings).replaceAll("(?m)^value:.*\\n(?:^[ ].*\\n)*", "");
        Files.writeString(
                settings,
                yaml + "\nvalue: {purchases: purchase.amount, horizon: P180D, cuts: {recency: [7, 30, 90, 180],"
                        + " frequency: [1, 2, 3, 6], monetary: [10, 20, 50, 100]}}\n");

        Run scored = run("--format csv --playbook " + playbook);

        assertThat(scored.err()).isEmpty();
        assertThat(scored.out())
                .contains("ann,0,3,50.0,5,4,4,champions\n")
                // bought, but not within the horizon
                .contains("bob,365,0,0.0,1,1,1,hibernating\n")
                // a value at a cut point gets the better score
                .contains("eve,90,1,7.0,3,2,1,about to sleep\n")
                .contains("cy,28,1,20.0,4,2,3,potential loyal\n");
    }

    @Test
    void laterRowsAreLeftOut() throws IOException {
        assertThat(run("--format csv --at 2025-12-31").out())
                .contains("eve,30,1,7.0")
                .doesNotContain("ann");
        assertThat(run("--at 2024-01-01").err()).contains("holds no purchase");
        assertThat(run("--at then").code()).isEqualTo(2);
    }

    @Test
    void peopleReadSegmentsAndProgramsAnObject() throws IOException {
        assertThat(run("").out()).startsWith("5 customers on 2026-03-01").contains("champions");
        assertThat(run("--format json").out())
                .contains("\"segments\" : {")
                .contains("\"recency\" : 365.0,")
                .contains("\"segment\" : \"champions\"");
    }

    /** Where all bought once, nobody is a champion of buying often. */
    @Test
    void whoTiesIsNoneOfTheBest() throws IOException {
        Path file = Files.writeString(
                folder.resolve("once.csv"),
                "id,date,amount\na,2026-01-01,5\nb,2026-01-02,5\nc,2026-01-03,5\nd,2026-01-04,5\ne,2026-01-05,5\n");

        assertThat(Run.of("rfm --format csv --transactions", file).out())
                .contains("a,4,1,5.0,1,1,1,hibernating\n", "e,0,1,5.0,5,1,1,new\n");
    }
}
