package org.filorosso.simulator.explain;

import java.util.List;
import java.util.Locale;
import org.filorosso.engine.decide.Candidate;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.engine.playbook.Playbook;

/**
 * The grid as one self-contained page: it loads and runs nothing. The filter by stage is a group of radio buttons and a
 * style, so that it works without a script.
 */
public final class GridPage {
    private final Grid grid;
    private final Playbook playbook;

    public GridPage(Grid grid, Playbook playbook) {
        this.grid = grid;
        this.playbook = playbook;
    }

    /** The whole document. */
    @Override
    public String toString() {
        Html contents = new Html();
        contents.element("style", style()).line();
        offered(contents);
        candidates(contents);
        details(contents);
        return HtmlPage.english("Why: " + grid.decision().subjectId(), about(), contents)
                .toString();
    }

    private static String style() {
        StringBuilder css = new StringBuilder("""

                .grid { overflow: auto; max-height: 85vh; border: 1px solid var(--line); }
                .grid table { border-collapse: separate; border-spacing: 0; }
                .grid th, .grid td { padding: .3rem .45rem; }
                .grid thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; }
                .grid tbody th { position: sticky; left: 0; background: var(--paper); }
                .grid tbody th { white-space: nowrap; }
                .grid thead th { vertical-align: bottom; }
                .grid .stage { writing-mode: vertical-rl; vertical-align: bottom; padding: .4rem .2rem; }
                .grid .cell { text-align: center; padding: .3rem .2rem; }
                .grid .why { min-width: 24rem; }
                .filter { border: 1px solid var(--line); margin: 1rem 0; }
                .filter label { display: inline-block; margin: .15rem 1rem .15rem 0; }
                meter { width: 8rem; vertical-align: middle; }
                """);
        for (StageCode stage : Grid.stages()) {
            css.append("body:has(#show-")
                    .append(stage.code())
                    .append(":checked) .grid tbody tr:not(.at-")
                    .append(stage.code())
                    .append(") { display: none; }\n");
        }
        return css.append("body:has(#show-offered:checked) .grid tbody tr:not(.offered) { display: none; }\n")
                .toString();
    }

    private Html about() {
        Decision decision = grid.decision();
        var request = grid.decided().request();
        Html about = new Html();
        about.element(
                        "p",
                        "Channel " + request.channel() + ", "
                                + request.direction().code() + ", "
                                + Wording.time(
                                        decision.at(), playbook.settings().zone()) + " "
                                + playbook.settings().zone())
                .line();
        return about.element(
                "p",
                "Playbook " + decision.playbook() + ", revision " + playbook.shortRevision() + "; arm " + decision.arm()
                        + "; stage " + decision.stage(),
                "class",
                "faint");
    }

    private void offered(Html html) {
        html.element("h2", "Offered").line();
        List<Candidate> offered =
                grid.rows().stream().filter(Candidate::offered).toList();
        if (offered.isEmpty()) {
            var emptied = grid.decision().noActionReason();
            html.element("p", "Nothing" + (emptied == null ? "." : ": the stage " + emptied.code() + " left nothing."))
                    .line();
            return;
        }
        html.open("ol");
        for (Candidate row : offered) {
            html.open("li").element("strong", row.action());
            html.text(" (" + row.issue() + "/" + row.group() + "), priority " + Wording.number(row.priority()) + ". ");
            html.text(Wording.why(row, grid.privacy())).close("li").line();
        }
        html.close("ol").line();
    }

    private void candidates(Html html) {
        html.element("h2", "Every candidate, every stage").line();
        filter(html);
        html.open("div", "class", "grid", "tabindex", "0", "role", "region", "aria-label", "Candidates and stages");
        html.open("table").element("caption", caption()).line().open("thead").open("tr");
        html.element("th", "Action", "scope", "col");
        Grid.stages().forEach(stage -> html.element("th", stage.code(), "scope", "col", "class", "stage"));
        html.element("th", "Priority", "scope", "col", "class", "number").element("th", "Why", "scope", "col");
        html.close("tr").close("thead").line().open("tbody").line();
        grid.rows().forEach(row -> row(html, row));
        html.close("tbody").close("table").close("div").line();
    }

    private static String caption() {
        return "✓ passed, ✕ dropped here, ? dropped because a value is not known, a number: offered, and its rank";
    }

    private void filter(Html html) {
        html.open("fieldset", "class", "filter").element("legend", "Show").line();
        radio(html, "show-all", "all " + grid.rows().size(), true);
        radio(html, "show-offered", "offered", false);
        for (StageCode stage : Grid.stages()) {
            long dropped = grid.rows().stream()
                    .filter(row -> !row.offered() && row.stage() == stage)
                    .count();
            if (dropped > 0) {
                radio(html, "show-" + stage.code(), "dropped at " + stage.code() + " (" + dropped + ")", false);
            }
        }
        html.close("fieldset").line();
    }

    private static void radio(Html html, String id, String label, boolean chosen) {
        html.open("label", "for", id);
        if (chosen) {
            html.empty("input", "type", "radio", "name", "show", "id", id, "checked", "checked");
        } else {
            html.empty("input", "type", "radio", "name", "show", "id", id);
        }
        html.text(" " + label).close("label").line();
    }

    private void row(Html html, Candidate row) {
        html.open("tr", "class", row.offered() ? "offered" : "at-" + row.stage().code());
        html.element("th", row.action(), "scope", "row");
        Grid.stages().forEach(stage -> cell(html, row, stage));
        html.element("td", Wording.number(row.priority()), "class", "number");
        html.element("td", Wording.why(row, grid.privacy()), "class", "why")
                .close("tr")
                .line();
    }

    private static void cell(Html html, Candidate row, StageCode stage) {
        Grid.Cell cell = Grid.cell(row, stage);
        html.open("td", "class", "cell " + look(cell), "title", stage.code() + ": " + cell.words());
        html.text(
                switch (cell) {
                    case PASSED -> "✓";
                    case DROPPED -> "✕";
                    case UNKNOWN -> "?";
                    case OFFERED -> Integer.toString(row.rank());
                    case NOT_ASKED -> "";
                });
        html.close("td");
    }

    private static String look(Grid.Cell cell) {
        return switch (cell) {
            case PASSED -> "faint";
            case DROPPED -> "bad mark";
            case UNKNOWN -> "warn mark";
            case OFFERED -> "good mark";
            case NOT_ASKED -> "none";
        };
    }

    private void details(Html html) {
        html.element("h2", "Stage by stage").line();
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.element("th", "Stage", "scope", "col");
        html.element("th", "In", "scope", "col", "class", "number")
                .element("th", "Out", "scope", "col", "class", "number");
        html.close("tr").close("thead").open("tbody").line();
        for (StageCount count : grid.decision().stages()) {
            html.open("tr").element("th", count.stage().code(), "scope", "row");
            html.element("td", Integer.toString(count.in()), "class", "number");
            html.element("td", Integer.toString(count.out()), "class", "number")
                    .close("tr")
                    .line();
        }
        html.close("tbody").close("table").close("div").line();
        html.element("h2", "Candidate by candidate").line();
        grid.rows().forEach(row -> detail(html, row));
    }

    private void detail(Html html, Candidate row) {
        html.open("details")
                .element("summary", row.action() + ": " + verdict(row))
                .open("dl")
                .line();
        field(html, "action", row.issue() + "/" + row.group() + "/" + row.action());
        Why why = row.why();
        if (why != null) {
            why(html, why);
        }
        row.because()
                .forEach(reason -> field(
                        html,
                        "because",
                        (reason.rule() + " " + reason.reason()).strip() + " (" + reason.source() + ")"));
        for (Factor factor : Factor.of(row, grid)) {
            html.element("dt", factor.letter() + ", " + factor.name());
            html.open("dd").text(Wording.number(factor.value()) + " ");
            String share = String.format(Locale.ROOT, "%.3f", factor.share());
            html.open(
                    "meter",
                    "value",
                    share,
                    "min",
                    "0",
                    "max",
                    "1",
                    "aria-label",
                    factor.name() + " beside the largest");
            html.text(share).close("meter").close("dd").line();
        }
        field(html, "priority", Wording.number(row.priority()));
        html.close("dl").close("details").line();
    }

    private static String verdict(Candidate row) {
        return row.offered()
                ? "offered, rank " + row.rank()
                : "dropped at " + row.stage().code();
    }

    private void why(Html html, Why why) {
        field(html, "rule", why.source().isEmpty() ? why.rule() : why.rule() + " (" + why.source() + ")");
        field(html, "reason", why.reason());
        Candidate.FailedTest test = why.test();
        if (test != null) {
            field(html, "column", test.column());
            field(html, "expected", test.expected());
            field(html, "actual", Wording.actual(test, grid.privacy()));
            field(html, "verdict", test.unknown() ? "unknown: " + Wording.test(test, grid.privacy()) : "false");
        }
        Candidate.Limit limit = why.limit();
        if (limit != null) {
            var until = limit.until();
            field(html, "count", Wording.count(limit));
            field(
                    html,
                    "until",
                    until == null ? "" : Wording.time(until, playbook.settings().zone()));
        }
        why.near().forEach(near -> field(html, "near", near.rule() + ": " + near.failed() + " failed"));
    }

    private static void field(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.element("dt", name).element("dd", value).line();
        }
    }
}
