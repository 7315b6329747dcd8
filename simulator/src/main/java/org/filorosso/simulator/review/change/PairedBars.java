package org.filorosso.simulator.review.change;

import java.util.List;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Drawing;
import org.filorosso.simulator.review.Figures;

/** Two bars a row, before and after: the first is hollow, the second is filled. */
final class PairedBars {
    private static final double WIDTH = 820;
    private static final double LEFT = 230;
    private static final double RIGHT = 690;
    private static final double ROW = 30;
    private static final double BAR = 10;
    private static final double TOP = 30;
    private static final int NAME = 32;

    /** @param after 0 where it is not there any more */
    record Row(String name, long before, long after) {}

    private PairedBars() {}

    /** @param rows not empty */
    static Html of(String id, String title, BeforeAfter sides, List<Row> rows) {
        long most = rows.stream()
                .mapToLong(row -> Math.max(row.before(), row.after()))
                .max()
                .orElse(0);
        double scale = most == 0 ? 0 : (RIGHT - LEFT) / most;
        Drawing drawing = new Drawing(
                id, WIDTH, TOP + ROW * rows.size() + 4, title, "Every figure is in the table under the picture.");
        legend(drawing, sides);
        double y = TOP;
        for (Row row : rows) {
            drawing.text(LEFT - 10, y + 15, "end", Drawing.shortened(row.name(), NAME));
            drawing.rect(LEFT, y + 2, row.before() * scale, BAR, hollow());
            drawing.rect(LEFT, y + 2 + BAR + 1, row.after() * scale, BAR, filled());
            double end = LEFT + Math.max(row.before(), row.after()) * scale;
            drawing.quiet(end + 8, y + 15, "start", Figures.count(row.before()) + " → " + Figures.count(row.after()));
            y += ROW;
        }
        return drawing.done();
    }

    private static String hollow() {
        return "fill:var(--paper);stroke:var(--faint);stroke-width:1.2";
    }

    private static String filled() {
        return "fill:var(--link);stroke:var(--link);stroke-width:1.2;print-color-adjust:exact";
    }

    private static void legend(Drawing drawing, BeforeAfter sides) {
        drawing.rect(LEFT, 6, 14, BAR, hollow());
        drawing.text(LEFT + 20, 15, "start", "before: " + Drawing.shortened(sides.before(), 24));
        drawing.rect(LEFT + 240, 6, 14, BAR, filled());
        drawing.text(LEFT + 260, 15, "start", "after: " + Drawing.shortened(sides.after(), 24));
    }
}
