package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: marketers copy tables from the guide that the engine refuses, or stories that end otherwise. */
class PlaybookGuideTest {
    private static final Path GUIDE = Path.of("../docs/playbook.md");
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFilesOfTheGuide() throws IOException {
        for (MatchResult file : FILE.matcher(Files.readString(GUIDE)).results().toList()) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
    }

    @Test
    void theTablesOfTheGuideAreAPlaybookWithoutErrorsAndWarnings() {
        Loaded loaded = PlaybookReader.read(folder, TODAY);

        assertThat(loaded.problems().all()).isEmpty();
        assertThat(loaded.orThrow().tables().engagement()).hasSize(6);
    }

    @Test
    void theStoriesOfTheGuideEndAsTheySay() {
        PlaybookVerifier.of(folder).allGoldenCustomersPass();
    }
}
