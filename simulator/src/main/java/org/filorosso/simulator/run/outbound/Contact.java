package org.filorosso.simulator.run.outbound;

import java.math.BigDecimal;
import java.util.List;
import org.filorosso.simulator.log.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * One contact of a run: a row of contacts.csv.
 *
 * @param id of the customer
 * @param treatment id of what is said
 * @param priority what it is worth
 * @param price the terms quoted, or null
 * @param cost what an acceptance costs
 * @param interactionId names the contact in responses
 */
public record Contact(
        String id,
        String channel,
        String action,
        String treatment,
        String placement,
        double priority,
        @Nullable BigDecimal price,
        double cost,
        String interactionId) {
    private static final String[] COLUMNS = {
        "id", "channel", "action", "treatment", "placement", "priority", "price", "cost", "interactionId"
    };

    /** The first row of contacts.csv. */
    public static String header() {
        return new CsvText().row(COLUMNS).toString();
    }

    /** Rows of contacts.csv, without the first. */
    public static String csv(List<Contact> contacts) {
        CsvText csv = new CsvText();
        for (Contact contact : contacts) {
            csv.text(contact.id)
                    .text(contact.channel)
                    .text(contact.action)
                    .text(contact.treatment)
                    .text(contact.placement)
                    .number(contact.priority)
                    .number(contact.price)
                    .number(contact.cost)
                    .text(contact.interactionId)
                    .end();
        }
        return csv.toString();
    }
}
