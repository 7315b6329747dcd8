package org.filorosso.engine.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Hazard: what somebody typed into a cell becomes markup, script or invisible text in a page that others open. */
class HtmlTest {

    @Test
    void textAndAttributesCannotBreakOut() {
        String html = new Html()
                .element("td", "</td><script>alert(1)</script>", "title", "\" onmouseover='x' & <b>")
                .toString();

        assertThat(html)
                .isEqualTo("<td title=\"&quot; onmouseover=&#39;x&#39; &amp; &lt;b&gt;\">"
                        + "&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;</td>");
    }

    @Test
    void whatTurnsOrHidesTextShowsAsABox() {
        assertThat(new Html().text("a\u202Eb\u0000c\u2066d\n").toString()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\n");
    }

    @Test
    void elementsCloseInTheOrderInWhichTheyOpened() {
        Html html = new Html().open("ul").open("li");

        assertThatThrownBy(() -> html.close("ul")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Html().open("p").toString()).isInstanceOf(IllegalStateException.class);
    }

    /** The style goes through the same escaping as every text, which would break it silently. */
    @Test
    void theStyleHoldsNothingThatIsEscaped() {
        String page = HtmlPage.english("A", new Html(), new Html()).toString();

        assertThat(page.substring(page.indexOf("<style>"), page.indexOf("</style>")))
                .contains("@media print")
                .doesNotContain("&");
    }

    @Test
    void aPageForbidsItselfToLoadOrRunAnything() {
        String page = HtmlPage.english("A & B", new Html(), new Html()).toString();

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;\"")
                .contains("<title>A &amp; B</title>")
                .doesNotContain("<script", "http://", "https://");
    }
}
