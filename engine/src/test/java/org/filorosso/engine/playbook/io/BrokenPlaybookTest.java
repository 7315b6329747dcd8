package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A playbook with about two hundred faults must be refused once, with all of them, word for word as in
 * {@code broken-problems.txt}: a fault that hides another one, or follows from it, shows here.
 */
class BrokenPlaybookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Path resource(String name) throws URISyntaxException {
        URL found = BrokenPlaybookTest.class.getResource(name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }

    @Test
    void reportsEveryFaultAtOnceInTheOrderOfFilesAndLines() throws IOException, URISyntaxException {
        Loaded loaded = PlaybookReader.read(resource("broken"), TODAY);
        String said = loaded.problems().all().stream()
                .map(problem -> problem.code().id() + " " + problem)
                .collect(Collectors.joining("\n"));
        assertThat(said)
                .isEqualTo(Files.readString(resource("broken-problems.txt")).strip());
        assertThat(loaded.playbook()).isNull();
    }

    @Test
    void namesFileLineAndWhatIsWrongInEachError() throws URISyntaxException {
        List<Problem> errors =
                PlaybookReader.read(resource("broken"), TODAY).problems().errors();
        assertThat(errors).hasSizeGreaterThan(180).allSatisfy(error -> {
            assertThat(error.line()).isPositive();
            assertThat(error.message()).isNotBlank();
        });
    }
}
