package org.filorosso.simulator.clv;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.Flaws;
import org.filorosso.simulator.stats.data.Columns;
import org.jspecify.annotations.Nullable;

/**
 * Customers as CSV, one a row.
 *
 * @param frequency column of repeat purchases
 * @param recency column of the time from the first purchase to the last
 * @param age column of the time from the first purchase to the end of observation
 * @param value column of the mean value of a repeat purchase; null where it is not known
 */
public record BuyerFile(
        String id,
        String frequency,
        String recency,
        String age,
        @Nullable String value) {

    /**
     * Reads the customers.
     *
     * @param flaws takes the rows that are skipped
     * @throws FlawException if the file cannot be read, or holds no customer
     */
    public List<Buyer> read(DataFile file, Flaws flaws) throws FlawException {
        List<String> numbers = new ArrayList<>(List.of(frequency, recency, age));
        if (value != null) {
            numbers.add(value);
        }
        List<Buyer> buyers = new ArrayList<>();
        try (Columns columns = Columns.open(file, Columns.Asked.of(List.of(id), numbers), flaws)) {
            while (columns.next()) {
                Buyer buyer = new Buyer(
                        columns.text(0),
                        columns.number(columns.place(frequency)),
                        columns.number(columns.place(recency)),
                        columns.number(columns.place(age)),
                        value == null ? 0 : columns.number(columns.place(value)));
                if (possible(buyer, columns)) {
                    buyers.add(buyer);
                }
            }
        }
        if (buyers.isEmpty()) {
            throw flaws.end(Flaw.of(file.name(), "holds no customer", null));
        }
        return buyers;
    }

    private boolean possible(Buyer buyer, Columns columns) {
        if (buyer.repeats() < 0 || buyer.repeats() != Math.rint(buyer.repeats())) {
            columns.skip(
                    frequency,
                    String.valueOf(buyer.repeats()),
                    "is no number of repeat purchases",
                    "Maybe the purchases less one.");
            return false;
        }
        boolean inOrder = buyer.recency() >= 0 && buyer.recency() <= buyer.age();
        if (!inOrder || buyer.repeats() == 0 && buyer.recency() > 0) {
            columns.skip(
                    recency,
                    String.valueOf(buyer.recency()),
                    inOrder ? "has a last purchase after the first, but no repeats" : "is not between 0 and the age",
                    "Maybe it is counted back from the end: it is the time from the first purchase to the last.");
            return false;
        }
        return true;
    }
}
