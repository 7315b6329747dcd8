package org.filorosso.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.simulation.Market;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: the report cannot be read by somebody, runs what a playbook was named, asks a network, or is cut off. */
@Tag("browser")
class SimulationPageBrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        Path hostile = Market.copy(folder.resolve("<img src=x onerror=alert(1)>"));
        Market.simulate(folder.resolve("out"), "--population 100 --days 8 --bias age,plan", Market.FOLDER, hostile);
        playwright = Playwright.create();
        Path chromium = Path.of(System.getProperty("chromium.path", "/usr/bin/chromium"));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    private static Page open(ColorScheme scheme, int width, List<String> heard) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setColorScheme(scheme).setViewportSize(width, 900));
        page.onConsoleMessage(message -> heard.add("console: " + message.text()));
        page.onPageError(error -> heard.add("error: " + error));
        page.onDialog(dialog -> heard.add("dialog: " + dialog.message()));
        page.onRequest(request -> {
            if (!request.isNavigationRequest()) {
                heard.add("request: " + request.url());
            }
        });
        page.navigate(folder.resolve("out/report.html").toUri().toString());
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void isAccessibleAndSilent(ColorScheme scheme) {
        List<String> heard = new ArrayList<>();
        try (Page page = open(scheme, 1280, heard)) {
            page.locator("summary").all().forEach(one -> {
                one.focus();
                page.keyboard().press("Enter");
            });
            assertThat(page.locator("details:not([open])").count())
                    .as("opened by the keyboard")
                    .isZero();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void fitsATelephoneWithoutScrollingSideways() {
        try (Page page = open(ColorScheme.LIGHT, 390, new ArrayList<>())) {
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(390);
        }
    }

    /** On paper nothing can be scrolled: what is wider than the page is lost. */
    @Test
    void fitsAPageOfPaper() {
        // A4 with the margins of the page
        int width = Math.round((210 - 2 * 14) / 25.4f * 96);
        try (Page page = open(ColorScheme.LIGHT, width, new ArrayList<>())) {
            page.locator("summary").all().forEach(one -> one.click());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Object cut = page.evaluate("() => [...document.querySelectorAll('table, svg, h1, p')]"
                    + ".filter(one => one.getBoundingClientRect().right > " + (width + 1) + ")"
                    + ".map(one => one.textContent.slice(0, 60))");
            assertThat((List<?>) cut).isEmpty();
        }
    }
}
