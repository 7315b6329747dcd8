package org.filorosso.simulator.customers;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.function.LongConsumer;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * The files that tell of customers.
 *
 * @param customers one customer a row
 * @param history past outcomes, or null
 * @param events past events, or null
 * @param lists folder with the members of lists, or null
 */
public record CustomerInputs(
        Path customers,
        @Nullable Path history,
        @Nullable Path events,
        @Nullable Path lists,
        CustomerFile.Options options) {

    /** Whether anything is told of the past: the customer file is then read for the households, too. */
    public boolean past() {
        return history != null || events != null;
    }

    /**
     * Reads everything but the customer file itself into memory.
     *
     * @param at the time of the decisions: what all customers used up and taught is taken as of then
     * @param flaws receives the rows that are skipped
     * @param progress told every now and then how many rows have been read
     * @throws FlawException if a file cannot be read, or its header is wrong
     */
    public KnownCustomers base(Playbook playbook, ZonedDateTime at, Flaws flaws, LongConsumer progress)
            throws FlawException {
        ListFolder members = lists == null ? ListFolder.NONE : ListFolder.read(playbook, lists);
        Pasts pasts = new Pasts();
        PastReader reader = new PastReader(playbook, flaws, progress);
        if (history != null) {
            reader.history(DataFile.of(history), pasts);
        }
        if (events != null) {
            reader.events(DataFile.of(events), pasts);
        }
        Households households =
                pasts.isEmpty() ? Households.NONE : Households.read(playbook, options, DataFile.of(customers), pasts);
        return new KnownCustomers(
                new KnownCustomers.Sources(playbook, pasts, households, members),
                Learning.counts(playbook, pasts, at),
                UsedUp.of(playbook, pasts, at));
    }
}
