package org.filorosso.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.engine.playbook.io.Problem;
import org.filorosso.simulator.cli.HostileTable.Spot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: one column of one table reads code that all others refuse. Every text of the corpus is put into each. */
class HostileCellsTest {
    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> refusesEveryTextInEveryColumn() throws IOException {
        return HostileTable.all().stream().map(table -> DynamicTest.dynamicTest(table.file(), () -> refuse(table)));
    }

    private void refuse(HostileTable table) throws IOException {
        List<Spot> spots = table.refused(HostileText.all());
        Path folder = HostileFolders.starter(temp.resolve(table.name()));
        table.write(folder, spots);
        List<Problem> errors =
                PlaybookReader.read(folder, LocalDate.EPOCH).problems().errors();

        assertThat(errors.stream().map(error -> error.file() + ":" + error.line() + " " + error.column()))
                .containsAll(spots.stream()
                        .map(spot -> table.file() + ":" + spot.line() + " " + spot.column())
                        .toList());
        assertThat(Path.of("canary")).doesNotExist();
    }
}
