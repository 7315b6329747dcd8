package org.filorosso.simulator.review.change;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.filorosso.engine.page.Html;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.HtmlTable;

/**
 * Draws a before and an after for a page: each part is a picture and a table that says the same in words. Headings are the
 * page's own. Ids and captions are those of one comparison, so a page can hold only one.
 */
public final class ChangePage {
    private static final int BARS = 25;
    private static final int FLOWS = 60;

    private final BeforeAfter change;
    private final Counted counted;
    private final boolean folded;

    /** What the figures count. */
    public enum Counted {
        /** Answers to questions that both sides are asked. */
        DECISIONS("Decisions", "The first result of each decision", "How many answers offer each action"),
        /** Customers by their first offer, and offers that were made over a time. */
        CUSTOMERS("Customers", "The action that each customer is offered first", "How often each action is offered");

        private final String header;
        private final String first;
        private final String offered;

        Counted(String header, String first, String offered) {
            this.header = header;
            this.first = first;
            this.offered = offered;
        }
    }

    /** @param folded whether the tables stand behind a line that opens them */
    public ChangePage(BeforeAfter change, Counted counted, boolean folded) {
        this.change = change;
        this.counted = counted;
        this.folded = folded;
    }

    /** Candidates that are left after each stage. */
    public Html funnel() {
        if (change.funnel().isEmpty()) {
            return new Html().element("p", "Nobody was decided for.");
        }
        HtmlTable table = new HtmlTable(
                "Candidates in and out of each stage",
                "Stage",
                "#In before",
                "#Out before",
                "#In after",
                "#Out after",
                "#Change",
                "#Emptied before",
                "#Emptied after");
        change.funnel()
                .forEach(stage -> table.row(
                        stage.stage(),
                        Figures.count(stage.inBefore()),
                        Figures.count(stage.outBefore()),
                        Figures.count(stage.inAfter()),
                        Figures.count(stage.outAfter()),
                        Figures.signed(stage.outAfter() - stage.outBefore()),
                        Figures.count(stage.emptiedBefore()),
                        Figures.count(stage.emptiedAfter())));
        List<PairedBars.Row> bars = change.funnel().stream()
                .map(stage -> new PairedBars.Row(stage.stage(), stage.outBefore(), stage.outAfter()))
                .toList();
        return lead("Candidates left after each stage, over all decisions; emptied: answers that lose the last.")
                .add(PairedBars.of("funnel-chart", "Candidates left after each stage", change, bars))
                .add(shown(table));
    }

    /** How often each action is offered. */
    public Html offers() {
        if (change.offers().isEmpty()) {
            return new Html().element("p", "Nothing was offered.");
        }
        boolean each = change.offers().stream().allMatch(one -> one.gained() != null);
        HtmlTable table = each
                ? new HtmlTable(counted.offered, "Action", "#Before", "#After", "#Change", "#Gained", "#Lost")
                : new HtmlTable(counted.offered, "Action", "#Before", "#After", "#Change");
        change.offers().forEach(one -> table.row(cells(one, each)));
        List<PairedBars.Row> bars = change.offers().stream()
                .map(one -> new PairedBars.Row(one.action(), one.before(), one.after()))
                .sorted(Comparator.comparingLong((PairedBars.Row row) -> -Math.max(row.before(), row.after()))
                        .thenComparing(PairedBars.Row::name))
                .toList();
        String which = bars.size() > BARS ? ": the " + BARS + " that are offered most." : ".";
        return lead(counted.offered + which)
                .add(PairedBars.of(
                        "offers-chart", counted.offered, change, bars.subList(0, Math.min(BARS, bars.size()))))
                .add(shown(table));
    }

    private static List<String> cells(OfferChange one, boolean each) {
        List<String> totals = List.of(
                one.action(),
                Figures.count(one.before()),
                Figures.count(one.after()),
                Figures.signed(one.after() - one.before()));
        Long gained = one.gained();
        Long lost = one.lost();
        return !each || gained == null || lost == null
                ? totals
                : Stream.concat(totals.stream(), Stream.of(Figures.count(gained), Figures.count(lost)))
                        .toList();
    }

    /** Who moves from which first offer to which. */
    public Html flows() {
        long all = change.flows().stream().mapToLong(Flow::count).sum();
        if (all == 0) {
            return new Html().element("p", "Nobody was decided for.");
        }
        Html html = new Html().open("figure", "style", "margin:0");
        html.element(
                "figcaption",
                counted.first + ", before (left) and after (right). Coloured with an outline: those that move. Small"
                        + " ones are drawn as one.",
                "id",
                "flows");
        html.add(FlowPicture.of(change.flows(), "flows")).close("figure");
        List<Flow> moving = change.flows().stream().filter(Flow::changes).toList();
        if (moving.isEmpty()) {
            return html.element("p", "None moves.");
        }
        HtmlTable table =
                new HtmlTable("From what to what", "First before", "First after", "#" + counted.header, "#Share");
        moving.stream()
                .limit(FLOWS)
                .forEach(flow -> table.row(
                        flow.from(), flow.to(), Figures.count(flow.count()), Figures.share(flow.count(), all)));
        html.add(shown(table));
        return moving.size() > FLOWS
                ? html.element("p", (moving.size() - FLOWS) + " smaller moves are not shown.")
                : html;
    }

    private static Html lead(String sentence) {
        return new Html().element("p", sentence, "class", "lead");
    }

    private Html shown(HtmlTable table) {
        return folded ? table.folded() : table.html();
    }
}
