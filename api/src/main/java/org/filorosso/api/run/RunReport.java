package org.filorosso.api.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.filorosso.simulator.run.outbound.Contact;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came of a run: its figures as JSON or a page, its contacts as CSV. */
final class RunReport {
    private static final String ROW_END = "</td></tr>\n";
    private static final int PIECE = 500;

    private final Run run;
    private final ContactStore contacts;
    private final ObjectNode figures;

    /** @param result what the allocation came to */
    RunReport(Run run, String result, RunAnswer told, ContactStore contacts, JsonMapper json) {
        this.run = run;
        this.contacts = contacts;
        JsonNode manifest = json.readTree(result);
        this.figures = json.createObjectNode();
        figures.set("run", json.valueToTree(told));
        for (String part : List.of("counts", "totals", "channels", "limits")) {
            figures.set(part, manifest.get(part));
        }
        ObjectNode dropped = figures.putObject("dropped");
        contacts.dropped(run.id()).forEach(dropped::put);
    }

    /** The figures; nobody's id is among them. */
    JsonNode figures() {
        return figures;
    }

    /**
     * The contacts: of a dry run those planned, of a real one those recorded.
     *
     * @param names of subjects, as the caller may see them
     */
    void csv(UnaryOperator<String> names, Writer out) throws IOException {
        out.write(Contact.header());
        java.util.ArrayList<Contact> piece = new java.util.ArrayList<>(PIECE);
        contacts.each(run.id(), run.dry() ? "planned" : "recorded", contact -> {
            piece.add(named(contact, names));
            if (piece.size() == PIECE) {
                write(piece, out);
            }
        });
        write(piece, out);
    }

    private static void write(List<Contact> piece, Writer out) {
        try {
            out.write(Contact.csv(piece));
            piece.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contact named(Contact contact, UnaryOperator<String> names) {
        return new Contact(
                names.apply(contact.id()),
                contact.channel(),
                contact.action(),
                contact.treatment(),
                contact.placement(),
                contact.priority(),
                contact.price(),
                contact.cost(),
                contact.interactionId());
    }

    /** The figures as a page that needs no script and no style. */
    String page() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>Outbound run ")
                .append(escaped(run.id()))
                .append("</title></head><body>\n<h1>Outbound run ")
                .append(escaped(run.id()))
                .append("</h1>\n");
        table("The run", figures.get("run"), page);
        table("Customers", figures.get("counts"), page);
        table("Priority", figures.get("totals"), page);
        channels(page);
        limits(page);
        if (!figures.get("dropped").isEmpty()) {
            table("Planned, but not contacted", figures.get("dropped"), page);
        }
        return page.append("</body></html>\n").toString();
    }

    private static void table(String title, JsonNode object, StringBuilder page) {
        page.append("<h2>").append(title).append("</h2>\n<table>\n");
        object.properties()
                .forEach(one -> page.append("<tr><th>")
                        .append(escaped(one.getKey()))
                        .append("</th><td>")
                        .append(text(one.getValue()))
                        .append(ROW_END));
        page.append("</table>\n");
    }

    private void channels(StringBuilder page) {
        page.append("<h2>Planned by channel and action</h2>\n<table>\n")
                .append("<tr><th>channel</th><th>action</th><th>contacts</th></tr>\n");
        figures.get("channels").forEach(channel -> {
            JsonNode closed = channel.path("closed");
            String why = closed.isString() ? closed.stringValue() : "";
            row(page, text(channel.get("channel")), escaped(why), text(channel.get("contacts")));
            channel.get("actions")
                    .properties()
                    .forEach(action -> row(page, "", escaped(action.getKey()), text(action.getValue())));
        });
        page.append("</table>\n");
    }

    private void limits(StringBuilder page) {
        page.append("<h2>Limits</h2>\n<table>\n<tr><th>kind</th><th>name</th><th>left before</th><th>used</th>")
                .append("<th>worth of one more</th></tr>\n");
        figures.get("limits")
                .forEach(limit -> row(
                        page,
                        text(limit.get("kind")),
                        text(limit.get("name")),
                        text(limit.get("left")),
                        text(limit.get("used")),
                        text(limit.get("shadowPrice"))));
        page.append("</table>\n");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            page.append("<td>").append(cell).append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : escaped(value.isString() ? value.stringValue() : value.toString());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
