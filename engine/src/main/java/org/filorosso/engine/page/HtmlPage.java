package org.filorosso.engine.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One self-contained page: it loads nothing and runs nothing, and its policy forbids both to the browser. Light and dark
 * by the reader's setting, and a style for paper.
 *
 * @param language of the page, such as {@code it}
 * @param title shown by the browser and as the heading
 * @param skip words of the link that passes over what stands before the content, such as "Skip to content"
 * @param about what stands under the heading; paragraphs and lists
 * @param contents headings of level 2 and below, and what belongs to them
 */
public record HtmlPage(String language, String title, String skip, Html about, Html contents) {

    private static final String STYLE = style();

    /** The page in English. */
    public static HtmlPage english(String title, Html about, Html contents) {
        return new HtmlPage("en", title, "Skip to content", about, contents);
    }

    /** The whole document. */
    @Override
    public String toString() {
        Html html = new Html();
        html.open("html", "lang", language).line().add(head()).open("body").line();
        html.element("a", skip, "class", "skip", "href", "#content").line();
        html.open("header").element("h1", title).add(about).close("header").line();
        html.open("main", "id", "content").line().add(contents).close("main").line();
        html.close("body").line().close("html");
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private Html head() {
        Html head = new Html().open("head").empty("meta", "charset", "utf-8").line();
        head.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'unsafe-inline'")
                .line();
        head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        head.empty("meta", "name", "color-scheme", "content", "light dark").line();
        head.element("title", title).line().element("style", STYLE);
        return head.close("head").line();
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.css"), "page.css must be packaged")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css of the class path cannot be read", e);
        }
    }
}
