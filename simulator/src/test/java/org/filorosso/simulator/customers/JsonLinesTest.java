package org.filorosso.simulator.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazards: a line is cut or lost where a block of the file ends, is counted wrongly, or fills the memory. */
class JsonLinesTest {
    @TempDir
    Path folder;

    private List<JsonLines.Line> read(String text) throws IOException, FlawException {
        Path file = Files.writeString(folder.resolve("lines.ndjson"), text);
        List<JsonLines.Line> read = new ArrayList<>();
        try (JsonLines lines = JsonLines.open(DataFile.of(file))) {
            for (JsonLines.Line line = lines.next(); line != null; line = lines.next()) {
                read.add(line);
            }
        }
        return read;
    }

    @Test
    void findsEveryLineWhereverBlocksEnd() throws IOException, FlawException {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                lines.add("è" + "x".repeat(random.nextInt(4) * 2731 + random.nextInt(3)));
            }
            String end = round % 2 == 0 ? "\n" : "";
            assertThat(read(String.join("\n", lines) + end))
                    .extracting(JsonLines.Line::text)
                    .isEqualTo(lines);
        }
    }

    @Test
    void countsLinesThatAreEmptyAndPassesThemOver() throws IOException, FlawException {
        assertThat(read("\uFEFF{}\n\n  \r\n{\"a\": 1}\r\n"))
                .extracting(JsonLines.Line::number)
                .containsExactly(1L, 4L);
        assertThat(read("\uFEFF{}").get(0).text()).isEqualTo("{}");
        assertThat(read("")).isEmpty();
    }

    @Test
    void refusesALineWithoutAnEnd() throws IOException, FlawException {
        String longest = "x".repeat(1 << 20);
        assertThat(read(longest + "\n{}")).hasSize(2);
        assertThatThrownBy(() -> read("{}\n" + longest + "x"))
                .isInstanceOf(FlawException.class)
                .hasMessageContaining("longer than 1 MB");
    }
}
