package org.filorosso.simulator.review.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Drawing;
import org.filorosso.simulator.review.Figures;

/** Draws who flows from which first result to which, as an SVG picture; the table beside it says the same in words. */
final class FlowPicture {
    private static final int MOST = 14;
    private static final String OTHERS = "(others)";
    private static final int NAME = 30;
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 620;
    private static final double LEFT = 260;
    private static final double RIGHT = 740;
    private static final double BAR = 10;
    private static final double GAP = 6;
    private static final double TEXT = 4;
    /** Height of a name, so that the names of small nodes do not lie on each other. */
    private static final double LINE = 15;

    private final List<Ribbon> ribbons;
    private final Map<String, Box> before = new LinkedHashMap<>();
    private final Map<String, Box> after = new LinkedHashMap<>();
    private final double scale;

    /** A flow as it is drawn; small ones that move and small ones that stay are still told apart. */
    private record Ribbon(String from, String to, boolean moves, long count) {}

    /** A node: where it begins, how high it is, and how much of it is drawn already. */
    private static final class Box {
        private final double top;
        private final double height;
        private final long count;
        private double drawn;

        Box(double top, double height, long count) {
            this.top = top;
            this.height = height;
            this.count = count;
        }

        double take(double part) {
            double from = top + drawn;
            drawn += part;
            return from;
        }
    }

    private FlowPicture(List<Ribbon> ribbons) {
        this.ribbons = ribbons;
        Map<String, Long> left = sums(ribbons, Ribbon::from, Ribbon::count);
        Map<String, Long> right = sums(ribbons, Ribbon::to, Ribbon::count);
        int most = Math.max(left.size(), right.size());
        long all = ribbons.stream().mapToLong(Ribbon::count).sum();
        this.scale = (HEIGHT - LINE * most) / Math.max(1, all);
        place(left, before);
        place(right, after);
    }

    /**
     * @param flows not empty
     * @param labelledBy id of the element that says what the picture shows
     */
    static Html of(List<Flow> flows, String labelledBy) {
        return new FlowPicture(gathered(flows)).draw(labelledBy);
    }

    /** Small nodes are drawn as one. */
    private static List<Ribbon> gathered(List<Flow> flows) {
        Set<String> left = largest(sums(flows, Flow::from, Flow::count));
        Set<String> right = largest(sums(flows, Flow::to, Flow::count));
        Map<Ribbon, Long> gathered = new LinkedHashMap<>();
        for (Flow flow : flows) {
            String from = left.contains(flow.from()) ? flow.from() : OTHERS;
            String to = right.contains(flow.to()) ? flow.to() : OTHERS;
            gathered.merge(new Ribbon(from, to, flow.changes(), 0), flow.count(), Long::sum);
        }
        return gathered.entrySet().stream()
                .map(one -> new Ribbon(
                        one.getKey().from(), one.getKey().to(), one.getKey().moves(), one.getValue()))
                .toList();
    }

    private static Set<String> largest(Map<String, Long> sums) {
        return sums.keySet().stream().limit(MOST).collect(Collectors.toSet());
    }

    /** The sums of one side, the largest first. */
    private static <T> Map<String, Long> sums(List<T> flows, Function<T, String> side, ToLongFunction<T> count) {
        Map<String, Long> sums = new TreeMap<>();
        flows.forEach(flow -> sums.merge(side.apply(flow), count.applyAsLong(flow), Long::sum));
        Map<String, Long> sorted = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> one) -> -one.getValue()))
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    private void place(Map<String, Long> sums, Map<String, Box> boxes) {
        double top = 0;
        for (Map.Entry<String, Long> one : sums.entrySet()) {
            boxes.put(one.getKey(), new Box(top, one.getValue() * scale, one.getValue()));
            top += Math.max(one.getValue() * scale + GAP, LINE);
        }
    }

    private Html draw(String labelledBy) {
        Html svg = new Html();
        String box = "0 -16 " + Drawing.at(WIDTH) + " " + Drawing.at(HEIGHT + 32);
        svg.open("svg", "viewBox", box, "role", "img", "aria-labelledby", labelledBy, "width", "100%");
        svg.line();
        ribbons(svg);
        before.forEach((name, node) -> node(svg, name, node, true));
        after.forEach((name, node) -> node(svg, name, node, false));
        return svg.close("svg").line();
    }

    /** Those that change are drawn last, so that they lie on top. */
    private void ribbons(Html svg) {
        List<Ribbon> drawn = new ArrayList<>(ribbons);
        List<String> order = new ArrayList<>(after.keySet());
        drawn.sort(Comparator.comparingInt((Ribbon flow) -> order.indexOf(flow.to())));
        Html changing = new Html();
        for (Ribbon flow : drawn) {
            Box from = before.get(flow.from());
            Box to = after.get(flow.to());
            if (from != null && to != null) {
                double height = flow.count() * scale;
                ribbon(flow.moves() ? changing : svg, flow, from.take(height), to.take(height));
            }
        }
        svg.add(changing);
    }

    private void ribbon(Html svg, Ribbon flow, double from, double to) {
        String style = flow.moves()
                ? "fill:var(--link);fill-opacity:.6;stroke:var(--link)"
                : "fill:var(--faint);fill-opacity:.2";
        svg.open("path", "d", path(from, to, flow.count() * scale), "style", style);
        svg.element("title", flow.from() + " → " + flow.to() + ": " + Figures.count(flow.count()));
        svg.close("path").line();
    }

    private static String path(double from, double to, double height) {
        String start = Drawing.at(LEFT + BAR);
        String middle = Drawing.at((LEFT + RIGHT) / 2);
        return "M" + start + " " + Drawing.at(from)
                + "C" + middle + " " + Drawing.at(from) + " " + middle + " " + Drawing.at(to) + " " + Drawing.at(RIGHT)
                + " "
                + Drawing.at(to)
                + "v" + Drawing.at(height)
                + "C" + middle + " " + Drawing.at(to + height) + " " + middle + " " + Drawing.at(from + height) + " "
                + start
                + " "
                + Drawing.at(from + height) + "z";
    }

    private void node(Html svg, String name, Box node, boolean left) {
        double x = left ? LEFT : RIGHT;
        svg.element(
                "rect",
                "",
                "x",
                Drawing.at(x),
                "y",
                Drawing.at(node.top),
                "width",
                Drawing.at(BAR),
                "height",
                Drawing.at(Math.max(1, node.height)),
                "style",
                "fill:var(--ink)");
        svg.element(
                "text",
                Drawing.shortened(name, NAME) + "  " + Figures.count(node.count),
                "x",
                Drawing.at(left ? x - BAR : x + 2 * BAR),
                "y",
                Drawing.at(node.top + node.height / 2 + TEXT),
                "text-anchor",
                left ? "end" : "start");
        svg.line();
    }
}
