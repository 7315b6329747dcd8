package org.filorosso.simulator.report;

import java.util.List;
import java.util.stream.Collectors;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.report.Effect.Sense;
import org.filorosso.simulator.review.Drawing;

/** The effects on one metric with their intervals around a line of no difference. */
final class LiftChart {
    private static final double WIDTH = 600;
    private static final double LEFT = 130;
    private static final double RIGHT = 404;
    private static final double ROW = 24;
    private static final double TOP = 10;
    private static final double MARK = 6;
    private static final double BASELINE = 4;
    private static final int NAME = 19;

    private final List<Effect> effects;
    private final double low;
    private final double high;

    private LiftChart(List<Effect> effects) {
        this.effects = effects;
        this.low = Math.min(0, effects.stream().mapToDouble(Effect::low).min().orElse(0));
        this.high = Math.max(0, effects.stream().mapToDouble(Effect::high).max().orElse(0));
    }

    /** @param effects of one metric, not empty */
    static Html of(List<Effect> effects, String title) {
        return new LiftChart(effects).draw(title);
    }

    private double x(double value) {
        return high == low ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * (value - low) / (high - low);
    }

    private Html draw(String title) {
        String words = effects.stream()
                .map(one -> one.against() + " " + Wording.signed(one.mean()) + " ("
                        + one.sense().words() + ")")
                .collect(Collectors.joining("; "));
        double height = TOP + ROW * effects.size() + 22;
        String id = "lift-" + effects.get(0).metric();
        Drawing drawing = new Drawing(id, WIDTH, height, title, words);
        drawing.line(x(0), TOP - 4, x(0), height - 18, "stroke:" + Drawing.FAINT + ";stroke-dasharray:3 3");
        drawing.quiet(x(0), height - 4, "middle", "no difference");
        double y = TOP + ROW / 2;
        for (Effect one : effects) {
            row(drawing, one, y);
            y += ROW;
        }
        return drawing.done();
    }

    private void row(Drawing drawing, Effect one, double y) {
        Sense sense = one.sense();
        String colour = switch (sense) {
            case BETTER -> Drawing.GOOD;
            case WORSE -> Drawing.BAD;
            case MORE, LESS -> Drawing.PLAIN;
            case UNCLEAR -> Drawing.FAINT;
        };
        drawing.text(LEFT - 10, y + BASELINE, "end", Drawing.shortened(one.against(), NAME));
        drawing.line(x(one.low()), y, x(one.high()), y, "stroke:" + colour + ";stroke-width:3");
        mark(drawing, one, y, colour);
        drawing.text(RIGHT + 10, y + BASELINE, "start", Wording.signed(one.mean()));
        drawing.quiet(WIDTH, y + BASELINE, "end", Wording.range(one.low(), one.high()));
    }

    /** Up, down, or an empty circle: the shape says what the colour does. */
    private void mark(Drawing drawing, Effect one, double y, String colour) {
        double x = x(one.mean());
        if (!one.isClear()) {
            drawing.circle(x, y, MARK - 1, "fill:var(--paper);stroke:" + colour + ";stroke-width:2");
            return;
        }
        double tip = one.mean() > 0 ? y - MARK : y + MARK;
        double base = one.mean() > 0 ? y + MARK : y - MARK;
        drawing.polygon(
                Drawing.at(x) + "," + Drawing.at(tip) + " " + Drawing.at(x - MARK) + "," + Drawing.at(base) + " "
                        + Drawing.at(x + MARK) + "," + Drawing.at(base),
                "fill:" + colour);
    }
}
