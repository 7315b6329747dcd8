package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hazard: marketers copy from a page what the engine does not understand. */
class GoldenGuideTest {
    private static final Path GUIDE = Path.of("../docs/golden-customers.md");

    private static String guide() throws IOException {
        return Files.readString(GUIDE, StandardCharsets.UTF_8);
    }

    @Test
    void everyStoryOfTheGuideIsUnderstoodAndPasses() throws IOException {
        String stories = Arrays.stream(guide().split("```yaml\n"))
                .skip(1)
                .map(block -> block.substring(0, block.indexOf("```")))
                .collect(Collectors.joining("\n"));

        GoldenReport report = Shop.run(stories);

        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isEqualTo(3);
    }

    @Test
    void theFailureOfTheGuideIsARealOne() throws IOException {
        String real = Files.readString(Path.of("src/test/resources/golden/failures.txt"), StandardCharsets.UTF_8);
        List<String> shown = guide().substring(guide().indexOf("FAILED"))
                .lines()
                .takeWhile(line -> !line.startsWith("```"))
                .toList();

        assertThat(real).contains(String.join("\n", shown));
    }
}
