package org.filorosso.engine.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hazard: a cell of the playbook becomes part of the page, or the page tells something by colour alone. */
class CoveragePageTest {
    private final GoldenReport report = new GoldenRunner(Shop.engine()).run(Shop.customers());
    private final String page = CoveragePage.html(report, Shop.loaded().sheets());

    private String lineWith(String text) {
        List<String> lines = Arrays.stream(page.split("\n"))
                .filter(line -> line.contains(text))
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void escapesWhatMarketersTyped() {
        assertThat(page)
                .contains("On the list, so &lt;nothing&gt; &amp; &quot;no&quot; sale")
                .doesNotContain("<nothing>");
    }

    @Test
    void escapesWhatStoriesAreCalled() {
        GoldenReport told = Shop.run("""
                - name: "<script>alert(1)</script>"
                  at: 2026-03-02T10:15
                  customer: {id: a}
                  context: {channel: counter}
                  expect: {no action: yes}
                """);

        assertThat(CoveragePage.html(told, Shop.loaded().sheets())).doesNotContain("<script");
    }

    @Test
    void marksRowsInWords() {
        assertThat(lineWith("<td>E-4</td>")).contains("✓ 1").contains("Bea complained");
        assertThat(lineWith("<td>E-5</td>")).contains("✗ nobody");
        assertThat(lineWith("<td>T-6</td>")).contains("holds for everybody");
    }

    @Test
    void showsTheTablesAsTheyWereTyped() {
        assertThat(page).contains("<th scope=\"col\">tenure months</th>").contains("<td>&gt;= 30</td>");
    }

    /** Hazard: a page that loads something does not open where it is mailed to, and tells others that it was opened. */
    @Test
    void needsNothingFromElsewhere() {
        assertThat(page)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script")
                .doesNotContain("url(");
    }

    @Test
    void canBeReadByKeyboardAndReader() {
        assertThat(page)
                .contains("<html lang=\"en\">")
                .contains("role=\"region\" tabindex=\"0\" aria-label=")
                .contains("<label for=\"only\">")
                .contains("prefers-color-scheme: dark");
    }
}
