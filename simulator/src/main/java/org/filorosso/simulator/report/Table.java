package org.filorosso.simulator.report;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.page.Html;

/** A table of texts that a keyboard can scroll and a screen reader can name. Not thread-safe. */
final class Table {
    private static final int SHORT = 24;

    private final String caption;
    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param caption unique in the page
     * @param headers those that begin with {@code #} stand over numbers
     */
    Table(String caption, String... headers) {
        this(caption, List.of(headers));
    }

    Table(String caption, List<String> headers) {
        this.caption = caption;
        this.headers = List.copyOf(headers);
    }

    Table row(String... cells) {
        return row(List.of(cells));
    }

    Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    Html html() {
        Html html = new Html().open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table")
                .element("caption", caption, "style", "white-space:nowrap")
                .open("thead")
                .open("tr");
        for (String header : headers) {
            boolean number = header.startsWith("#");
            html.element("th", number ? header.substring(1) : header, "scope", "col", "class", number ? "number" : "");
        }
        html.close("tr").close("thead").line().open("tbody").line();
        for (List<String> row : rows) {
            html.open("tr").element("th", row.get(0), "scope", "row", "style", wrap(row.get(0)));
            for (int i = 1; i < row.size(); i++) {
                html.element("td", row.get(i), "class", headers.get(i).startsWith("#") ? "number" : "");
            }
            html.close("tr").line();
        }
        return html.close("tbody").close("table").close("div").line();
    }

    /** A short name keeps its hyphen on one line. */
    private static String wrap(String name) {
        return name.length() <= SHORT ? "white-space:nowrap" : "";
    }

    /** Behind a line that opens it: the figures of a chart. */
    Html folded() {
        return new Html()
                .open("details")
                .element("summary", "The figures: " + caption)
                .add(html())
                .close("details")
                .line();
    }
}
