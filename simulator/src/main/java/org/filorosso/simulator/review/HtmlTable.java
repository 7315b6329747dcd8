package org.filorosso.simulator.review;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.page.Html;

/** A table that a keyboard can scroll and a screen reader can name. Not thread-safe. */
public final class HtmlTable {
    private static final int SHORT = 24;

    private final String caption;
    private final List<String> headers;
    private final Html rows = new Html();
    private boolean headed;

    /**
     * @param caption unique in the page
     * @param headers those that begin with {@code #} stand over numbers
     */
    public HtmlTable(String caption, String... headers) {
        this(caption, List.of(headers));
    }

    public HtmlTable(String caption, List<String> headers) {
        this.caption = caption;
        this.headers = List.copyOf(headers);
    }

    /** Stands right under a heading that says the same as the caption, which is then only read out. */
    public HtmlTable headed() {
        headed = true;
        return this;
    }

    /** @param cells as many as headers */
    public HtmlTable row(String... cells) {
        return row(List.of(cells));
    }

    /** @param cells as many as headers */
    public HtmlTable row(List<String> cells) {
        List<Html> marked = new ArrayList<>();
        cells.forEach(cell -> marked.add(new Html().text(cell)));
        return row(marked, wrap(cells.get(0)));
    }

    /** @param cells as many as headers, each with markup of its own */
    public HtmlTable marked(Html... cells) {
        return row(List.of(cells), "");
    }

    private HtmlTable row(List<Html> cells, String style) {
        rows.open("tr").open("th", "scope", "row", "style", style).add(cells.get(0));
        rows.close("th");
        for (int i = 1; i < cells.size(); i++) {
            rows.open("td", "class", headers.get(i).startsWith("#") ? "number" : "");
            rows.add(cells.get(i)).close("td");
        }
        rows.close("tr").line();
        return this;
    }

    /** The table. */
    public Html html() {
        Html html = new Html().open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table");
        if (!headed) {
            html.element("caption", caption, "style", "white-space:nowrap");
        }
        html.open("thead").open("tr");
        for (String header : headers) {
            boolean number = header.startsWith("#");
            html.element("th", number ? header.substring(1) : header, "scope", "col", "class", number ? "number" : "");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        return html.add(rows).close("tbody").close("table").close("div").line();
    }

    /** A short name keeps its hyphen on one line. */
    private static String wrap(String name) {
        return name.length() <= SHORT ? "white-space:nowrap" : "";
    }

    /** Behind a line that opens it: the figures of a chart. */
    public Html folded() {
        return new Html()
                .open("details")
                .element("summary", "The figures: " + caption)
                .add(html())
                .close("details")
                .line();
    }
}
