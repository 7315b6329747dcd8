package org.filorosso.simulator.review.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.diff.DecisionDiff.Flow;

/** Draws who flows from which first result to which, as an SVG picture; the table beside it says the same in words. */
public final class FlowPicture {
    private static final int MOST = 14;
    private static final String OTHERS = "(others)";
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 620;
    private static final double LEFT = 260;
    private static final double RIGHT = 740;
    private static final double BAR = 10;
    private static final double GAP = 6;
    private static final double TEXT = 4;

    private final List<Flow> flows;
    private final Map<String, Box> before = new LinkedHashMap<>();
    private final Map<String, Box> after = new LinkedHashMap<>();
    private final double scale;

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

    private FlowPicture(List<Flow> flows, long all) {
        this.flows = flows;
        Map<String, Long> left = sums(flows, true);
        Map<String, Long> right = sums(flows, false);
        int most = Math.max(left.size(), right.size());
        this.scale = (HEIGHT - GAP * most) / Math.max(1, all);
        place(left, before);
        place(right, after);
    }

    static Html of(DecisionDiff diff, String labelledBy) {
        return of(diff.flows(), diff.decisions(), labelledBy);
    }

    /**
     * @param all how many all flows are together
     * @param labelledBy id of the element that says what the picture shows
     */
    public static Html of(List<Flow> flows, long all, String labelledBy) {
        return new FlowPicture(gathered(flows), all).draw(labelledBy);
    }

    /** Small nodes are drawn as one. */
    private static List<Flow> gathered(List<Flow> flows) {
        Set<String> left = largest(sums(flows, true));
        Set<String> right = largest(sums(flows, false));
        Map<List<String>, Long> gathered = new LinkedHashMap<>();
        for (Flow flow : flows) {
            String from = left.contains(flow.from()) ? flow.from() : OTHERS;
            String to = right.contains(flow.to()) ? flow.to() : OTHERS;
            gathered.merge(List.of(from, to), flow.count(), Long::sum);
        }
        return gathered.entrySet().stream()
                .map(one -> new Flow(one.getKey().get(0), one.getKey().get(1), one.getValue()))
                .toList();
    }

    private static Set<String> largest(Map<String, Long> sums) {
        return sums.keySet().stream().limit(MOST).collect(Collectors.toSet());
    }

    /** The sums of one side, the largest first. */
    private static Map<String, Long> sums(List<Flow> flows, boolean from) {
        Map<String, Long> sums = new TreeMap<>();
        flows.forEach(flow -> sums.merge(from ? flow.from() : flow.to(), flow.count(), Long::sum));
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
            top += one.getValue() * scale + GAP;
        }
    }

    private Html draw(String labelledBy) {
        Html svg = new Html();
        String box = "0 -16 " + number(WIDTH) + " " + number(HEIGHT + 32);
        svg.open("svg", "viewBox", box, "role", "img", "aria-labelledby", labelledBy, "width", "100%");
        svg.line();
        ribbons(svg);
        before.forEach((name, node) -> node(svg, name, node, true));
        after.forEach((name, node) -> node(svg, name, node, false));
        return svg.close("svg").line();
    }

    /** Those that change are drawn last, so that they lie on top. */
    private void ribbons(Html svg) {
        List<Flow> drawn = new ArrayList<>(flows);
        List<String> order = new ArrayList<>(after.keySet());
        drawn.sort(Comparator.comparingInt((Flow flow) -> order.indexOf(flow.to())));
        Html changing = new Html();
        for (Flow flow : drawn) {
            Box from = before.get(flow.from());
            Box to = after.get(flow.to());
            if (from != null && to != null) {
                double height = flow.count() * scale;
                ribbon(flow.changes() ? changing : svg, flow, from.take(height), to.take(height));
            }
        }
        svg.add(changing);
    }

    private void ribbon(Html svg, Flow flow, double from, double to) {
        String style = flow.changes()
                ? "fill:var(--link);fill-opacity:.6;stroke:var(--link)"
                : "fill:var(--faint);fill-opacity:.2";
        svg.open("path", "d", path(from, to, flow.count() * scale), "style", style);
        svg.element("title", flow.from() + " → " + flow.to() + ": " + Figures.count(flow.count()));
        svg.close("path").line();
    }

    private static String path(double from, double to, double height) {
        String start = number(LEFT + BAR);
        String middle = number((LEFT + RIGHT) / 2);
        return "M" + start + " " + number(from)
                + "C" + middle + " " + number(from) + " " + middle + " " + number(to) + " " + number(RIGHT) + " "
                + number(to)
                + "v" + number(height)
                + "C" + middle + " " + number(to + height) + " " + middle + " " + number(from + height) + " " + start
                + " "
                + number(from + height) + "z";
    }

    private void node(Html svg, String name, Box node, boolean left) {
        double x = left ? LEFT : RIGHT;
        svg.open(
                "rect",
                "x",
                number(x),
                "y",
                number(node.top),
                "width",
                number(BAR),
                "height",
                number(Math.max(1, node.height)),
                "style",
                "fill:var(--ink)");
        svg.close("rect");
        svg.element(
                "text",
                shortened(name) + "  " + Figures.count(node.count),
                "x",
                number(left ? x - BAR : x + 2 * BAR),
                "y",
                number(node.top + node.height / 2 + TEXT),
                "text-anchor",
                left ? "end" : "start");
        svg.line();
    }

    private static String shortened(String name) {
        return name.length() <= 30 ? name : name.substring(0, 29) + "…";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
