package org.filorosso.simulator.review.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.review.Shop;
import org.filorosso.simulator.review.print.PrintedPlaybook.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hazard: what legal signs is not what the playbook says, or not all of it, or holds what somebody slipped in. */
class PrintedPlaybookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Edition edition(Path folder) {
        Loaded loaded = Shop.load(folder);
        return new Edition(loaded.orThrow(), loaded.sheets());
    }

    private static HtmlPage page(String language, Path folder) {
        return PrintedPlaybook.page(edition(folder), Words.of(language), DAY, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void everyTableAndEveryFormOfTestIsASentence(String language) throws IOException {
        assertThat(page(language, Shop.FOLDER).contents().toString())
                .isEqualTo(Shop.golden("print_" + language + ".html"));
    }

    /** Hazard: a key or a place that one language has and the other has not fails only when a playbook uses it. */
    @Test
    void bothLanguagesHaveTheSameSentencesWithTheSamePlaces() {
        var english = Words.of("en").templates();
        var italian = Words.of("it").templates();

        assertThat(italian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(italian.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static TreeSet<String> places(String template) {
        return Pattern.compile("\\{\\d}")
                .matcher(template)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Titles, reasons, messages and legal texts of the playbook hold script, image and link attacks. */
    @Test
    void whatWasTypedNeverBecomesMarkup() {
        String page = page("en", Shop.FOLDER).toString();

        assertThat(page).contains("&lt;script&gt;alert(&#39;desk&#39;)&lt;/script&gt;", "javascript:alert(1)");
        assertThat(page).doesNotContain("<script", "<img", "<b>", "href=\"javascript", "href=\"http");
    }

    /** "a and b or c" means two things to two readers. */
    @Test
    void andIsNeverMixedWithOrWithoutBrackets() {
        assertThat(page("en", Shop.FOLDER).toString())
                .contains("for whom ((no case “complaint” is open and the number of days since any Grow action was last"
                        + " accepted is at most 30) or ");
    }

    @Test
    void marksSayInWordsWhatDiffers(@TempDir Path folder) {
        Path other = Shop.with(
                folder, "engagement.csv", text -> text.replace("E-8,", "E-80,").replace(",>= 2,", ",>= 3,"));

        String page = PrintedPlaybook.page(edition(other), Words.of("en"), DAY, edition(Shop.FOLDER))
                .toString();

        assertThat(page)
                .contains("E-80<br><small>engagement.csv:9</small></th><td><strong class=\"mark\">ADDED</strong>")
                .contains("E-6<br><small>engagement.csv:7</small></th><td><strong class=\"mark\">CHANGED</strong>")
                .contains("<li>refusals in 60 days: from “&gt;= 2” to “&gt;= 3”</li>")
                .contains("E-8<br><small>engagement.csv:9</small></th><td><strong class=\"mark\">REMOVED</strong>");
    }

    @Test
    void thePageNamesItsRevisionAndDay() {
        String revision = edition(Shop.FOLDER).playbook().revision();

        assertThat(page("it", Shop.FOLDER).toString())
                .contains("<html lang=\"it\">", "revisione " + revision.substring(0, 12), revision, "2 marzo 2026");
    }
}
