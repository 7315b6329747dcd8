package org.filorosso.simulator.review;

import java.util.Locale;
import org.filorosso.engine.page.Html;

/** A picture of simple shapes in SVG, in the colours of the page. Lengths are in the units of its box. Not thread-safe. */
public final class Drawing {
    /** Colours that hold in light, in dark and on paper; shapes differ as well, for who does not see them. */
    public static final String GOOD = "var(--good)";

    public static final String BAD = "var(--bad)";
    public static final String PLAIN = "var(--link)";
    public static final String FAINT = "var(--faint)";
    public static final String LINE = "var(--line)";

    private final Html svg = new Html();

    /**
     * @param id unique in the page; ids of the title and the description begin with it
     * @param title what it is
     * @param description what it shows, in words
     */
    public Drawing(String id, double width, double height, String title, String description) {
        svg.open(
                        "svg",
                        "viewBox",
                        "0 0 " + at(width) + " " + at(height),
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-text",
                        "style",
                        "width:100%;height:auto;max-width:" + at(width * 1.25) + "px")
                .line();
        svg.element("title", title, "id", id + "-title").element("desc", description, "id", id + "-text");
        svg.line();
    }

    /** A length with at most one decimal, as SVG takes it. */
    public static String at(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** @param style of CSS, as in every shape below */
    public Drawing line(double x1, double y1, double x2, double y2, String style) {
        svg.element("line", "", "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2), "style", style);
        return this;
    }

    public Drawing rect(double x, double y, double width, double height, String style) {
        svg.element(
                "rect",
                "",
                "x",
                at(x),
                "y",
                at(y),
                "width",
                at(Math.max(0, width)),
                "height",
                at(height),
                "style",
                style);
        return this;
    }

    public Drawing circle(double x, double y, double radius, String style) {
        svg.element("circle", "", "cx", at(x), "cy", at(y), "r", at(radius), "style", style);
        return this;
    }

    /** @param points {@code x,y x,y ...} */
    public Drawing polygon(String points, String style) {
        svg.element("polygon", "", "points", points, "style", style);
        return this;
    }

    public Drawing polyline(String points, String style) {
        svg.element("polyline", "", "points", points, "style", "fill:none;" + style);
        return this;
    }

    /** @param anchor start, middle or end */
    public Drawing text(double x, double y, String anchor, String text) {
        svg.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
        return this;
    }

    public Drawing quiet(double x, double y, String anchor, String text) {
        svg.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor, "style", "fill:var(--faint)");
        return this;
    }

    /** A name that fits beside a bar. */
    public static String shortened(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    /** The picture; nothing can be added to it any more. */
    public Html done() {
        return svg.close("svg").line();
    }
}
