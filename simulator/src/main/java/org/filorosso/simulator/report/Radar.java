package org.filorosso.simulator.report;

import java.util.List;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Drawing;

/** Scores 0..100 on spokes around a middle, before and after. */
final class Radar {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 370;
    private static final double X = 280;
    private static final double Y = 185;
    private static final double RADIUS = 125;
    private static final double FULL = 100;
    private static final int RINGS = 4;

    /** @param before of 100, likewise after */
    record Spoke(String name, double before, double after) {}

    private final List<Spoke> spokes;

    private Radar(List<Spoke> spokes) {
        this.spokes = spokes;
    }

    /** @param spokes three or more */
    static Html of(Study.Pair pair, List<Spoke> spokes) {
        return new Radar(spokes).draw(pair);
    }

    private double x(int spoke, double score) {
        return X + RADIUS * score / FULL * Math.sin(2 * Math.PI * spoke / spokes.size());
    }

    private double y(int spoke, double score) {
        return Y - RADIUS * score / FULL * Math.cos(2 * Math.PI * spoke / spokes.size());
    }

    private String shape(java.util.function.ToDoubleFunction<Spoke> score) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < spokes.size(); i++) {
            double length = score.applyAsDouble(spokes.get(i));
            points.append(Drawing.at(x(i, length)))
                    .append(',')
                    .append(Drawing.at(y(i, length)))
                    .append(' ');
        }
        return points.toString().strip();
    }

    private Html draw(Study.Pair pair) {
        Drawing drawing =
                new Drawing("radar", WIDTH, HEIGHT, "The five Cs, 0 to 100", "Every score is in the table beside.");
        for (int ring = 1; ring <= RINGS; ring++) {
            double at = FULL * ring / RINGS;
            drawing.polygon(shape(spoke -> at), "fill:none;stroke:" + Drawing.LINE);
        }
        for (int i = 0; i < spokes.size(); i++) {
            drawing.line(X, Y, x(i, FULL), y(i, FULL), "stroke:" + Drawing.LINE);
            double side = x(i, FULL) - X;
            String anchor = side > 1 ? "start" : side < -1 ? "end" : "middle";
            drawing.text(
                    x(i, FULL + 10), y(i, FULL + 10) + 4, anchor, spokes.get(i).name());
        }
        drawing.polygon(shape(Spoke::after), "fill:var(--link);fill-opacity:.2;stroke:var(--link);stroke-width:2.5");
        // on top, so that it is seen where nothing has changed
        drawing.polygon(shape(Spoke::before), "fill:none;stroke:var(--faint);stroke-width:2.5;stroke-dasharray:6 4");
        drawing.line(20, HEIGHT - 28, 50, HEIGHT - 28, "stroke:var(--faint);stroke-width:2.5;stroke-dasharray:6 4");
        drawing.text(56, HEIGHT - 24, "start", "before: " + Drawing.shortened(pair.before(), 20));
        drawing.line(20, HEIGHT - 10, 50, HEIGHT - 10, "stroke:var(--link);stroke-width:2.5");
        drawing.text(56, HEIGHT - 6, "start", "after: " + Drawing.shortened(pair.after(), 20));
        return drawing.done();
    }
}
