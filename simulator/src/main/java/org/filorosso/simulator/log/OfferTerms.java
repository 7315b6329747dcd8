package org.filorosso.simulator.log;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.customers.FlawException;

/** What accepted offers were worth and cost, as they were decided. Memory holds the accepted ones only. */
public final class OfferTerms {
    private static final Terms NOTHING = new Terms(0, 0);

    private final Map<Offer, Terms> terms;

    private OfferTerms(Map<Offer, Terms> terms) {
        this.terms = terms;
    }

    /**
     * Value and cost of one acceptance, in the playbook's currency.
     *
     * @param value V of the decision; 0 where the log does not tell
     * @param cost what the acceptance costs; 0 where the log does not tell
     */
    public record Terms(double value, double cost) {}

    private record Offer(String interactionId, String action) {}

    /**
     * Reads a log.
     *
     * @param folder with decisions.csv, and responses.csv if there is
     * @throws FlawException if a table cannot be read, or holds what it should not
     */
    public static OfferTerms of(Path folder) throws FlawException {
        Set<Offer> accepted = new HashSet<>();
        Path responses = folder.resolve(LogTable.RESPONSES.file("csv"));
        if (Files.isRegularFile(responses)) {
            new LogReader(LogTable.RESPONSES, responses).each(row -> {
                if (row.text("outcome").equals(Outcome.ACCEPTED.code())) {
                    accepted.add(offer(row));
                }
            });
        }
        Map<Offer, Terms> terms = new HashMap<>();
        new LogReader(LogTable.DECISIONS, folder.resolve(LogTable.DECISIONS.file("csv"))).each(row -> {
            if (accepted.contains(offer(row))) {
                terms.put(offer(row), new Terms(number(row, "value"), number(row, "cost")));
            }
        });
        return new OfferTerms(terms);
    }

    /** The terms of an offer; zeros where it was not accepted, or its decision is not in the log. */
    public Terms of(String interactionId, String action) {
        return terms.getOrDefault(new Offer(interactionId, action), NOTHING);
    }

    private static Offer offer(LogReader.Row row) {
        return new Offer(row.text("interactionId"), row.text("action"));
    }

    private static double number(LogReader.Row row, String column) throws FlawException {
        try {
            return row.text(column).isEmpty() ? 0 : new BigDecimal(row.text(column)).doubleValue();
        } catch (NumberFormatException e) {
            throw row.flaw(column, "is no number");
        }
    }
}
