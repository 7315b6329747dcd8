package org.filorosso.simulator.review.price;

import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.Figures;
import org.filorosso.simulator.review.TextTable;

/** What rules cost as text for a terminal, and as CSV. */
public final class PriceText {

    private PriceText() {}

    /** The list for a terminal; rules without any effect are only counted. */
    public static String of(PriceList list) {
        StringBuilder text = new StringBuilder();
        text.append(Figures.count(list.customers())).append(" customers");
        if (list.skipped() > 0) {
            text.append(" (a sample: ").append(Figures.count(list.skipped())).append(" others left out)");
        }
        text.append("; with all rules ")
                .append(Figures.count(list.contacts()))
                .append(" contacts, priority of first results ");
        text.append(String.format(java.util.Locale.ROOT, "%,.2f", list.priority()));
        text.append("\nwhat each rule adds (+) or costs (-), taken away on its own; prices do not add up\n\n");
        TextTable table = new TextTable("table", "rule", ">priority", ">contacts", ">firsts changed", "reason");
        list.tags().stream()
                .filter(tag -> tag.changed() > 0 || tag.contacts() != 0 || tag.priority() != 0)
                .forEach(tag -> table.row(
                        tag.table(),
                        tag.rule(),
                        Figures.signed(tag.priority()),
                        Figures.signed(tag.contacts()),
                        Figures.count(tag.changed()),
                        tag.reason()));
        long idle = list.tags().stream()
                .filter(tag -> tag.changed() == 0 && tag.contacts() == 0 && tag.priority() == 0)
                .count();
        text.append(table);
        return idle == 0
                ? text.toString()
                : text.append('(')
                        .append(idle)
                        .append(" rules change no first result)\n")
                        .toString();
    }

    /** One line a rule, those without effect included. */
    public static String csv(PriceList list) {
        CsvText csv =
                new CsvText().row("table", "rule", "source", "reason", "looked", "changed", "priority", "contacts");
        for (PriceTag tag : list.tags()) {
            csv.text(tag.table()).text(tag.rule()).text(tag.source()).text(tag.reason());
            csv.number(tag.looked())
                    .number(tag.changed())
                    .number(tag.priority())
                    .number(tag.contacts())
                    .end();
        }
        return csv.toString();
    }
}
