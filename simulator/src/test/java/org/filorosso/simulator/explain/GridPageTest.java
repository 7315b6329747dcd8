package org.filorosso.simulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: a text from a playbook or a customer becomes markup, or the page needs something from elsewhere. */
class GridPageTest {
    private static final String ID = "<img src=x onerror=alert(1)>\"'&";

    @TempDir
    Path folder;

    private String page() throws IOException {
        Path customers = folder.resolve("c.csv");
        Files.writeString(customers, "id,first name,plan\n\"" + ID.replace("\"", "\"\"") + "\",Zoe,basic\n");
        Path html = folder.resolve("why.html");
        Run run = Run.of(
                "explain --channel counter --at 2026-03-02T10:15 --html",
                html,
                "--customers",
                customers,
                "--customer",
                ID,
                Run.SHOP);
        assertThat(run.code()).isZero();
        return Files.readString(html);
    }

    @Test
    void textsStayTexts() throws IOException {
        assertThat(page())
                .contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;")
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; more")
                .doesNotContain("<img");
    }

    @Test
    void nothingIsLoadedOrRun() throws IOException {
        assertThat(page())
                .contains("default-src 'none'".replace("'", "&#39;"))
                .doesNotContain("<script", "src=\"", "href=\"http", "url(", "@import");
    }

    @Test
    void everyCandidateIsThereWithItsStage() throws IOException {
        assertThat(page())
                .contains("more-data: offered, rank 1")
                .contains("max-plan: dropped at suitability")
                .contains("<label for=\"show-suitability\">")
                .contains("(personal)")
                .doesNotContain("Zoe is");
    }
}
