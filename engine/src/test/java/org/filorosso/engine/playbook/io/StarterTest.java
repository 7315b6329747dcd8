package org.filorosso.engine.playbook.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first playbook that anybody sees must be beyond reproach, and must overwrite nothing. */
class StarterTest {
    @TempDir
    Path folder;

    @Test
    void loadsWithoutErrorOrWarning() throws IOException {
        Starter.write(folder.resolve("mine"));
        Loaded loaded = PlaybookReader.read(folder.resolve("mine"), LocalDate.of(2026, 3, 1));
        assertThat(loaded.problems().all()).isEmpty();
        assertThat(loaded.orThrow().catalogue().size()).isEqualTo(4);
    }

    @Test
    void isNotWrittenOverOtherFiles() throws IOException {
        Files.writeString(folder.resolve("actions.csv"), "mine");
        assertThatThrownBy(() -> Starter.write(folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(folder + " is not empty");
        assertThat(folder.resolve("actions.csv")).hasContent("mine");
    }
}
