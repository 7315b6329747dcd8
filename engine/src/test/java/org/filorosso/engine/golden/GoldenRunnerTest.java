package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hazard: a story that ended otherwise passes, or nobody can see from the message why it did not. */
class GoldenRunnerTest {
    private static final Path EXPECTED = Path.of("src/test/resources/golden/failures.txt");

    @Test
    void passesWhatEndedAsExpected() {
        GoldenReport report = new GoldenRunner(Shop.engine()).run(Shop.customers());

        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isEqualTo(2);
    }

    /** Hazard: an expectation is read and never compared; each one here is wrong and must be found. */
    @Test
    void findsEveryKindOfMismatchAndSaysWhy() throws IOException {
        String stories = Files.readString(Path.of("src/test/resources/golden/wrong.yaml"), StandardCharsets.UTF_8);

        GoldenReport report = Shop.run(stories);

        String text = String.join(
                        "\n\n", report.failures().stream().map(Object::toString).toList()) + "\n";
        assertThat(text).isEqualTo(Files.readString(EXPECTED, StandardCharsets.UTF_8));
        assertThat(report.passed()).isZero();
    }

    /** Hazard: prices of equal worth and different writing differ: 8 and 8.00. */
    @Test
    void comparesPricesByWorth() {
        GoldenReport report = Shop.run("""
                - name: Anna
                  at: 2026-03-02T10:15
                  arm: champion
                  customer: {id: anna, vip: yes}
                  context: {channel: counter}
                  expect: {prices: {more-data: 8.00}}
                """);

        assertThat(report.failures()).isEmpty();
    }

    @Test
    void showsTheResultsOfEveryStory() {
        List<GoldenResult> results =
                new GoldenRunner(Shop.engine()).run(Shop.customers()).results();

        assertThat(results.get(0).results()).containsExactly("activate-app", "more-data");
        assertThat(results.get(0).source()).isEqualTo("tests/stories.yaml:2");
    }
}
