package org.filorosso.simulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: the page looks right to its author, and cannot be read, reached by keyboard, or stays silent only by luck. */
@Tag("browser")
class GridPageBrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        Path chromium = Path.of(System.getProperty("chromium.path", "/usr/bin/chromium"));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
        Run run = Run.of(
                "explain --channel counter --at 2026-03-02T10:15 --customer zoe --customers",
                Run.CUSTOMERS,
                Run.SHOP,
                "--html",
                folder.resolve("why.html"));
        assertThat(run.code()).isZero();
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
    }

    private static Page open(ColorScheme scheme, List<String> heard) {
        Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme));
        page.onConsoleMessage(message -> heard.add("console: " + message.text()));
        page.onPageError(error -> heard.add("error: " + error));
        page.onDialog(dialog -> heard.add("dialog: " + dialog.message()));
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") || !request.isNavigationRequest()) {
                heard.add("request: " + request.url());
            }
        });
        page.navigate(folder.resolve("why.html").toUri().toString());
        return page;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void thePageIsAccessibleAndSilent(ColorScheme scheme) {
        List<String> heard = new ArrayList<>();
        try (Page page = open(scheme, heard)) {
            page.locator("details").first().locator("summary").click();

            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void darkIsDark() {
        try (Page light = open(ColorScheme.LIGHT, new ArrayList<>());
                Page dark = open(ColorScheme.DARK, new ArrayList<>())) {
            String background = "getComputedStyle(document.body).backgroundColor";
            assertThat(light.evaluate(background)).isEqualTo("rgb(255, 255, 255)");
            assertThat(dark.evaluate(background)).isNotEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void theFilterWorksWithoutAScript() {
        try (Page page = open(ColorScheme.LIGHT, new ArrayList<>())) {
            page.getByLabel("dropped at suitability (1)").check();

            assertThat(page.locator(".grid tbody tr:visible th").allInnerTexts())
                    .containsExactly("max-plan");
        }
    }

    @Test
    void theKeyboardGoesFromTheSkipLinkToTheFilterTheGridAndTheDetails() {
        try (Page page = open(ColorScheme.LIGHT, new ArrayList<>())) {
            List<Object> order = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("Tab");
                order.add(
                        page.evaluate(
                                "document.activeElement.className || document.activeElement.id || document.activeElement.tagName"));
            }

            assertThat(order).containsExactly("skip", "show-all", "grid", "SUMMARY");
        }
    }
}
