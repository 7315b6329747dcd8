package org.filorosso.simulator.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.log.CsvText;
import org.jspecify.annotations.Nullable;

/** What each customer was offered in one arm: a row a customer and action, in the order of the customers. */
final class OfferRows {
    /**
     * A customer and an action.
     *
     * @param customer his place, from 0
     * @param value of the acceptances
     */
    record Offered(int customer, String action, long presented, long accepted, double value) {}

    private static final int NUMBERS = 3;

    private final BufferedReader reader;
    private @Nullable Offered next;

    /** @param reader without header; closed by who opened it */
    OfferRows(BufferedReader reader) throws IOException {
        this.reader = reader;
        this.next = read();
    }

    /** The rows of a member since a moment. */
    static String of(Member member, Instant since) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Interaction row : member.interactions) {
            Outcome outcome = row.outcome();
            boolean shown = outcome == Outcome.PRESENTED || outcome == Outcome.SENT;
            if (!row.at().isBefore(since) && (shown || outcome == Outcome.ACCEPTED)) {
                double[] sum = sums.computeIfAbsent(row.action(), unseen -> new double[NUMBERS]);
                sum[shown ? 0 : 1]++;
                var value = row.details().value();
                sum[2] += shown || value == null ? 0 : value.doubleValue();
            }
        }
        StringBuilder rows = new StringBuilder();
        sums.forEach((action, sum) -> rows.append(new CsvText()
                .number(member.number)
                .number((long) sum[0])
                .number((long) sum[1])
                .number(Figures.of(sum[2]))
                .text(action)
                .end()));
        return rows.toString();
    }

    /** The offers of a customer; customers are to be asked in order. */
    List<Offered> of(int customer) throws IOException {
        List<Offered> offers = new ArrayList<>();
        for (Offered one = next; one != null && one.customer() == customer; one = next) {
            offers.add(one);
            next = read();
        }
        return offers;
    }

    private @Nullable Offered read() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            return null;
        }
        // names hold no line breaks; a name that needs quotes has them
        String[] cells = line.split(",", NUMBERS + 2);
        String name = cells[NUMBERS + 1];
        String action =
                name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
        return new Offered(
                Integer.parseInt(cells[0]),
                action,
                Long.parseLong(cells[1]),
                Long.parseLong(cells[2]),
                Double.parseDouble(cells[NUMBERS]));
    }
}
