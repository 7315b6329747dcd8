package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the past cannot answer is refused when the rule is read, not silently never true. */
class PastTermsTest {

    @Test
    void refusesAnOutcomeThatLastOutcomeCanNeverBe(@TempDir Path folder) throws Exception {
        Path playbook = folder.resolve("p");
        Starter.write(playbook);
        Files.writeString(
                playbook.resolve("lifecycle.csv"),
                "id,stage,when\nL1,asked,\"last outcome(\"\"*\"\") = \"\"acepted\"\"\"\nL2,any,\n");
        Loaded loaded = PlaybookReader.read(playbook, LocalDate.of(2026, 3, 1));
        assertThat(loaded.problems().errors())
                .anyMatch(problem -> problem.toString().contains("acepted")
                        && problem.toString().contains("accepted"));
    }
}
