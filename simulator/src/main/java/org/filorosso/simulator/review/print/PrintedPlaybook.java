package org.filorosso.simulator.review.print;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.filorosso.engine.page.Html;
import org.filorosso.engine.page.HtmlPage;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Sheets;
import org.filorosso.simulator.review.diff.PlaybookDiff;
import org.filorosso.simulator.review.diff.PlaybookDiff.Kind;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.jspecify.annotations.Nullable;

/** A playbook as one HTML page of sentences, with a contents list and places to sign. */
public final class PrintedPlaybook {
    private final Playbook playbook;
    private final Words words;
    private final LocalDate day;
    private final @Nullable Playbook other;
    private final Marks marks;

    private PrintedPlaybook(Playbook playbook, Words words, LocalDate day, @Nullable Playbook other, Marks marks) {
        this.playbook = playbook;
        this.words = words;
        this.day = day;
        this.other = other;
        this.marks = marks;
    }

    /** A playbook and what was typed. */
    public record Edition(Playbook playbook, Sheets sheets) {}

    /**
     * The page.
     *
     * @param day the day of printing, which the page shows
     * @param against the playbook to compare with, or null
     */
    public static HtmlPage page(Edition edition, Words words, LocalDate day, @Nullable Edition against) {
        Marks marks = against == null
                ? Marks.NONE
                : Marks.of(
                        PlaybookDiff.of(against.sheets(), edition.sheets()),
                        against.playbook(),
                        edition.playbook(),
                        words);
        Playbook other = against == null ? null : against.playbook();
        return new PrintedPlaybook(edition.playbook(), words, day, other, marks).page();
    }

    private HtmlPage page() {
        List<Chapter> chapters = Chapter.of(playbook, words);
        Html contents = contents(chapters);
        chapters.forEach(chapter -> contents.add(section(chapter)));
        String title = playbook.settings()
                .title()
                .in(words.language(), playbook.settings().defaultLanguage());
        return new HtmlPage(
                words.language(),
                words.say("page.title", title.isEmpty() ? playbook.name() : title),
                words.say("page.skip"),
                about(),
                contents.add(signatures()));
    }

    private Html about() {
        Html about = new Html();
        about.element("p", words.say("page.about", playbook.name(), playbook.shortRevision(), words.date(day)));
        about.element("p", words.say("page.full", playbook.revision()), "class", "faint");
        if (other != null) {
            String key = marks.nothing() ? "page.same" : "page.against";
            about.element("p", words.say(key, other.name(), other.shortRevision()));
        }
        return about.open("p").element("code", words.say("page.code")).close("p");
    }

    private Html contents(List<Chapter> chapters) {
        Html html = new Html().open("nav", "aria-labelledby", "contents-title");
        html.element("h2", words.say("page.contents"), "id", "contents-title").open("ol");
        for (Chapter chapter : chapters) {
            html.open("li").element("a", title(chapter), "href", "#" + chapter.table());
            html.element("span", " " + size(chapter), "class", "faint")
                    .close("li")
                    .line();
        }
        html.open("li").element("a", words.say("page.sign"), "href", "#sign").close("li");
        return html.close("ol").close("nav").line();
    }

    private String title(Chapter chapter) {
        return words.say("chapter." + chapter.table());
    }

    private String size(Chapter chapter) {
        int rows = chapter.statements().size();
        return "(" + words.say(rows == 1 ? "page.row" : "page.rows", rows) + ")";
    }

    private Html section(Chapter chapter) {
        String heading = chapter.table() + "-title";
        Html html = new Html().open("section", "id", chapter.table(), "aria-labelledby", heading);
        html.element("h2", title(chapter), "id", heading).line();
        String about = "about." + chapter.table();
        if (words.templates().containsKey(about)) {
            html.element("p", words.say(about), "class", "faint").line();
        }
        if (chapter.table().equals(Chapter.SETTINGS)) {
            html.add(settings());
        }
        List<Statement> removed = marks.removed(chapter.table());
        if (chapter.statements().isEmpty() && removed.isEmpty()) {
            html.element("p", words.say("page.empty"));
        } else {
            html.add(table(chapter, removed));
        }
        return html.close("section").line();
    }

    private Html settings() {
        Html html = new Html();
        if (!marks.settings().isEmpty()) {
            html.open("ul");
            marks.settings()
                    .forEach(change -> html.open("li")
                            .element("strong", words.say("mark.CHANGED"), "class", "mark")
                            .text(" " + words.say("mark.column", change.name(), change.from(), change.to()))
                            .close("li"));
            html.close("ul").line();
        }
        return html;
    }

    private Html table(Chapter chapter, List<Statement> removed) {
        Html html = new Html();
        html.open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-label", title(chapter));
        html.open("table").open("thead").open("tr");
        html.element("th", words.say("page.rule"), "scope", "col");
        html.element("th", words.say("page.says"), "scope", "col");
        html.element("th", words.say("page.reason"), "scope", "col");
        html.close("tr").close("thead").line().open("tbody").line();
        chapter.statements()
                .forEach(statement -> html.add(row(statement, marks.of(chapter.table(), statement.id())))
                        .line());
        html.close("tbody");
        if (!removed.isEmpty()) {
            html.open("tbody").open("tr");
            html.element("th", words.say("mark.removed"), "colspan", "3", "scope", "rowgroup")
                    .close("tr")
                    .line();
            removed.forEach(statement -> html.add(row(statement, marks.of(chapter.table(), statement.id())))
                    .line());
            html.close("tbody");
        }
        return html.close("table").close("div").line();
    }

    private Html row(Statement statement, List<RowChange> changes) {
        Html html = new Html().open("tr").open("th", "scope", "row");
        html.text(statement.id()).empty("br").element("small", statement.source());
        html.close("th").open("td").add(marked(changes));
        html.add(sentence(statement.sentence())).add(quotes(statement)).add(cells(changes));
        return html.close("td").open("td").text(statement.reason()).close("td").close("tr");
    }

    private Html marked(List<RowChange> changes) {
        Html html = new Html();
        if (!changes.isEmpty()) {
            html.element("strong", words.say("mark." + kind(changes).name()), "class", "mark")
                    .text(" ");
        }
        return html;
    }

    /** A statement of several rows is added or removed when all of them are. */
    private static Kind kind(List<RowChange> changes) {
        Kind first = changes.get(0).kind();
        return changes.stream().allMatch(change -> change.kind() == first) ? first : Kind.CHANGED;
    }

    private Html cells(List<RowChange> changes) {
        Html html = new Html();
        List<String> said = changes.stream()
                .filter(change -> change.kind() == Kind.CHANGED)
                .flatMap(change -> change.cells().stream())
                .map(cell -> words.say("mark.column", cell.name(), cell.from(), cell.to()))
                .collect(Collectors.toList());
        if (!said.isEmpty()) {
            html.open("ul", "class", "faint");
            said.forEach(text -> html.element("li", text));
            html.close("ul");
        }
        return html;
    }

    /** What stands between back quotes is code. */
    private static Html sentence(String sentence) {
        Html html = new Html();
        String[] parts = sentence.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                html.element("code", parts[i]);
            } else {
                html.text(parts[i]);
            }
        }
        return html;
    }

    private static Html quotes(Statement statement) {
        Html html = new Html();
        if (!statement.quotes().isEmpty()) {
            html.open("dl");
            for (Statement.Quote quote : statement.quotes()) {
                html.element("dt", quote.part() + " (" + quote.language() + ")");
                html.element("dd", quote.text(), "lang", quote.language());
            }
            html.close("dl");
        }
        return html;
    }

    private Html signatures() {
        Html html = new Html().open("section", "id", "sign", "aria-labelledby", "sign-title");
        html.element("h2", words.say("page.sign"), "id", "sign-title");
        html.element("p", words.say("page.sign.about", playbook.shortRevision()));
        html.open("div", "class", "sign");
        List.of("legal", "compliance", "business").forEach(who -> html.element("div", words.say("page.sign." + who)));
        return html.close("div").close("section").line();
    }
}
