package org.filorosso.simulator.report;

import java.util.List;
import java.util.stream.Collectors;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Drawing;

/** A lift that adds up over the days, in the band of its always-valid interval. */
final class TimeChart {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 210;
    private static final double LEFT = 70;
    private static final double RIGHT = 580;
    private static final double TOP = 14;
    private static final double BOTTOM = 176;
    private static final double BASELINE = 4;

    private final List<CumulativeLift> lifts;
    private final double low;
    private final double high;

    private TimeChart(List<CumulativeLift> lifts) {
        this.lifts = lifts;
        // the band of the first days is far wider than what is to be seen: it is cut at the picture's edge
        CumulativeLift last = lifts.get(lifts.size() - 1);
        double reach = last.isFinite() ? last.high() - last.low() : 0;
        double least = lifts.stream().mapToDouble(CumulativeLift::margin).min().orElse(0);
        double most = lifts.stream().mapToDouble(CumulativeLift::margin).max().orElse(0);
        this.low = Math.min(0, least - reach / 2);
        this.high = Math.max(0, most + reach / 2);
    }

    /** @param lifts one a day, not empty */
    static Html of(String id, String title, List<CumulativeLift> lifts) {
        return new TimeChart(lifts).draw(id, title);
    }

    private double x(int day) {
        int days = lifts.size();
        return days == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * (day - 1) / (days - 1);
    }

    private double y(double value) {
        double shown = Math.max(low, Math.min(high, value));
        return high == low ? (TOP + BOTTOM) / 2 : BOTTOM - (BOTTOM - TOP) * (shown - low) / (high - low);
    }

    private String point(CumulativeLift lift, double value) {
        return Drawing.at(x(lift.day())) + "," + Drawing.at(y(value));
    }

    private Html draw(String id, String title) {
        CumulativeLift last = lifts.get(lifts.size() - 1);
        Drawing drawing = new Drawing(
                id,
                WIDTH,
                HEIGHT,
                title,
                "On the last day " + Wording.signed(last.margin()) + " per customer, always-valid interval "
                        + Wording.range(last.low(), last.high()));
        band(drawing);
        drawing.line(LEFT, y(0), RIGHT, y(0), "stroke:" + Drawing.FAINT + ";stroke-dasharray:3 3");
        drawing.polyline(
                lifts.stream().map(one -> point(one, one.margin())).collect(Collectors.joining(" ")),
                "stroke:var(--ink);stroke-width:2.5");
        drawing.quiet(LEFT - 8, y(0) + BASELINE, "end", "0");
        if (Math.abs(y(high) - y(0)) > 14) {
            drawing.quiet(LEFT - 8, y(high) + BASELINE, "end", Wording.signed(high));
        }
        if (Math.abs(y(low) - y(0)) > 14) {
            drawing.quiet(LEFT - 8, y(low) + BASELINE, "end", Wording.signed(low));
        }
        drawing.quiet(x(1), HEIGHT - 12, "start", "day 1");
        drawing.quiet(RIGHT, HEIGHT - 12, "end", "day " + last.day());
        return drawing.done();
    }

    private void band(Drawing drawing) {
        List<CumulativeLift> finite =
                lifts.stream().filter(CumulativeLift::isFinite).toList();
        if (finite.isEmpty()) {
            return;
        }
        StringBuilder points = new StringBuilder();
        finite.forEach(one -> points.append(point(one, one.high())).append(' '));
        for (int i = finite.size() - 1; i >= 0; i--) {
            points.append(point(finite.get(i), finite.get(i).low())).append(' ');
        }
        String style = "fill:" + Drawing.PLAIN + ";fill-opacity:.22;stroke:" + Drawing.PLAIN + ";stroke-opacity:.6";
        drawing.polygon(points.toString().strip(), style);
    }
}
