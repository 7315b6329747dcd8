package org.filorosso.simulator.review.change;

import java.util.List;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * A before and an after of the same questions as plain tables for a terminal of 100 columns: what the pictures of
 * {@link ChangePage} show, the largest changes only.
 */
public record ChangeText(BeforeAfter change) {
    private static final int ROWS = 20;

    @Override
    public String toString() {
        return flows() + "\n" + offers() + "\n" + funnel();
    }

    private String flows() {
        long all = change.flows().stream().mapToLong(Flow::count).sum();
        List<Flow> moving = change.flows().stream().filter(Flow::changes).toList();
        TextTable table = new TextTable("first before", "first after", ">decisions", ">share");
        moving.stream()
                .limit(ROWS)
                .forEach(flow -> table.row(
                        flow.from(), flow.to(), Figures.count(flow.count()), Figures.share(flow.count(), all)));
        int more = moving.size() - ROWS;
        return table + (more > 0 ? "(" + more + " smaller changes more)\n" : "");
    }

    private String offers() {
        TextTable table = new TextTable("offered anywhere", ">before", ">after", ">gained", ">lost");
        change.offers().stream()
                .filter(one -> one.size() > 0)
                .limit(ROWS)
                .forEach(one -> table.row(
                        one.action(),
                        Figures.count(one.before()),
                        Figures.count(one.after()),
                        known(one.gained()),
                        known(one.lost())));
        return table.toString();
    }

    private static String known(@Nullable Long count) {
        return count == null ? "" : Figures.count(count);
    }

    private String funnel() {
        TextTable table = new TextTable(
                "stage", ">in before", ">out before", ">in after", ">out after", ">change of out", ">emptied");
        change.funnel()
                .forEach(stage -> table.row(
                        stage.stage(),
                        Figures.count(stage.inBefore()),
                        Figures.count(stage.outBefore()),
                        Figures.count(stage.inAfter()),
                        Figures.count(stage.outAfter()),
                        Figures.signed(stage.outAfter() - stage.outBefore()),
                        emptied(stage)));
        return table.toString();
    }

    /** Answers that the stage left without any action. */
    private static String emptied(StageChange stage) {
        return stage.emptiedBefore() + stage.emptiedAfter() == 0
                ? ""
                : Figures.count(stage.emptiedBefore()) + " -> " + Figures.count(stage.emptiedAfter());
    }
}
