package org.filorosso.simulator.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.io.Loaded;
import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.review.diff.DecisionComparison;
import org.filorosso.simulator.review.diff.DecisionDiff;
import org.filorosso.simulator.review.diff.DiffPage;
import org.filorosso.simulator.review.diff.DiffReport;
import org.filorosso.simulator.review.diff.PlaybookDiff;
import org.filorosso.simulator.review.print.PrintedPlaybook;
import org.filorosso.simulator.review.print.PrintedPlaybook.Edition;
import org.filorosso.simulator.review.print.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hazard: a page to be signed cannot be read by somebody, runs what was typed into a cell, or loses rows on paper. */
@Tag("browser")
class ReviewPagesBrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException, FlawException {
        playwright = Playwright.create();
        Path chromium = Path.of(System.getProperty("chromium.path", "/usr/bin/chromium"));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
        Loaded before = Shop.load(Shop.FOLDER);
        Loaded after = Shop.load(Shop.with(
                folder.resolve("other"),
                "engagement.csv",
                text -> text.replace("E-2,eligibility,Grow/Plans,never", "E-2,eligibility,Nurture,never")));
        Edition edition = new Edition(after.orThrow(), after.sheets());
        Edition against = new Edition(before.orThrow(), before.sheets());
        LocalDate day = LocalDate.of(2026, 3, 2);
        Files.writeString(
                folder.resolve("print.html"),
                PrintedPlaybook.page(edition, Words.of("it"), day, against).toString());
        Files.writeString(
                folder.resolve("diff.html"), DiffPage.of(report(before, after)).toString());
    }

    private static DiffReport report(Loaded before, Loaded after) throws FlawException {
        try (CustomerFile as = Shop.customers(before.orThrow());
                CustomerFile bs = Shop.customers(after.orThrow())) {
            DecisionDiff decisions =
                    new DecisionComparison(side(before), side(after), 1).run(as, bs, change -> {}, new Flaws());
            return new DiffReport(
                    DiffReport.Edition.of(before.orThrow()),
                    DiffReport.Edition.of(after.orThrow()),
                    PlaybookDiff.of(before.sheets(), after.sheets()),
                    decisions);
        }
    }

    private static DecisionComparison.Side side(Loaded loaded) throws FlawException {
        var playbook = loaded.orThrow();
        return new DecisionComparison.Side(Shop.engine(playbook), Shop.base(playbook), Shop.questions(playbook));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    private static Page open(String file, ColorScheme scheme, List<String> heard) {
        Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme));
        page.onConsoleMessage(message -> heard.add("console: " + message.text()));
        page.onPageError(error -> heard.add("error: " + error));
        page.onDialog(dialog -> heard.add("dialog: " + dialog.message()));
        page.onRequest(request -> {
            if (!request.isNavigationRequest()) {
                heard.add("request: " + request.url());
            }
        });
        page.navigate(folder.resolve(file).toUri().toString());
        return page;
    }

    static Stream<Arguments> pages() {
        return Stream.of("print.html", "diff.html")
                .flatMap(file ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(file, scheme)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesAreAccessibleAndSilent(String file, ColorScheme scheme) {
        List<String> heard = new ArrayList<>();
        try (Page page = open(file, scheme, heard)) {
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void everyEntryOfTheContentsLeadsToItsChapter() {
        try (Page page = open("print.html", ColorScheme.LIGHT, new ArrayList<>())) {
            for (var link : page.locator("nav a").all()) {
                String chapter = String.valueOf(link.getAttribute("href"));
                assertThat(page.locator("section" + chapter + " h2").count())
                        .as(chapter)
                        .isEqualTo(1);
            }
            assertThat(page.locator("nav a").count()).isEqualTo(20);
        }
    }

    @Test
    void thePictureShowsEveryFlowOfTheTable() {
        try (Page page = open("diff.html", ColorScheme.LIGHT, new ArrayList<>())) {
            assertThat(page.locator("svg[role=img]").count())
                    .as("flows, offers, funnel")
                    .isEqualTo(3);
            long changing = page.locator("svg path title").allTextContents().stream()
                    .filter(title -> !title.replaceAll(": .*", "").matches("(.*) → \\1"))
                    .count();
            assertThat(changing)
                    .isPositive()
                    .isEqualTo(page.locator("[aria-label='From what to what'] tbody tr")
                            .count());
        }
    }

    @Test
    void whatChangesFitsATelephoneWithoutScrollingSideways() {
        try (Page page = open("diff.html", ColorScheme.LIGHT, new ArrayList<>())) {
            page.setViewportSize(390, 900);
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(390);
        }
    }
}
