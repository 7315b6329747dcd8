package org.filorosso.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hazard: the matchers agree on random rows and not on those that are really used. */
class PlaybooksAgreeTest {

    private static final Path RULES = Path.of("..", "rules");
    private static final int CUSTOMERS = 300;

    @TestFactory
    Stream<DynamicTest> agreeOnEveryPlaybook() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> assertAgreement(folder)));
    }

    @Test
    void thereArePlaybooksToAgreeOn() throws IOException {
        assertThat(folders()).isNotEmpty();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(RULES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("playbook.yaml")))
                    .sorted()
                    .toList();
        }
    }

    private static void assertAgreement(Path folder) {
        Playbook playbook =
                PlaybookReader.read(folder, LocalDate.of(2026, 3, 2)).orThrow();
        RandomCustomers customers = new RandomCustomers(playbook);
        Agreement agreement = Agreement.on(playbook);
        for (int i = 0; i < CUSTOMERS; i++) {
            long seed = i;
            agreement.over(() -> customers.customer(seed));
        }
        assertThat(agreement.differences().stream().limit(5)).isEmpty();
        assertThat(agreement.matches()).isGreaterThan(CUSTOMERS);
    }
}
