package org.filorosso.simulator.run.outbound;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run was made of and what came of it; the same for the same inputs, however often it was broken off.
 *
 * @param revision of the playbook, 64 hex digits
 * @param at time of all decisions
 * @param seed decided among customers to whom a place was worth the same
 * @param command as typed, without what changes no result
 * @param fingerprint of all inputs and options but the time, 64 hex digits
 * @param totals what the contacts are worth, and what they could be worth at most
 */
public record Manifest(
        String format,
        String playbook,
        String revision,
        String at,
        long seed,
        String command,
        String preference,
        String fingerprint,
        List<InputHash> inputs,
        Counts counts,
        Totals totals,
        List<Channel> channels,
        List<Limit> limits) {

    static final String FORMAT = "filorosso/run/v1";

    /**
     * Customers.
     *
     * @param rows rows of the customer file, empty lines apart
     * @param badRows rows that were skipped
     * @param silent nothing could be said to them on any channel
     * @param contacts who is contacted
     * @param unserved there was something to say, but no room
     * @param householdAgain decided again because of a contact with their household
     */
    public record Counts(long rows, long badRows, long silent, long contacts, long unserved, long householdAgain) {}

    /**
     * Worth of the contacts.
     *
     * @param priority sum over all contacts
     * @param bound no allocation of these limits can be worth more; the order of preferred channels not regarded
     * @param share the first of the second, 1 where nothing could be had
     */
    public record Totals(double priority, double bound, double share) {}

    /**
     * A channel of the run.
     *
     * @param closed why it was not used, or null
     */
    public record Channel(
            String channel,
            long contacts,
            Map<String, Long> actions,
            @Nullable String closed) {}

    /**
     * Something of which there is only so much.
     *
     * @param kind {@code channel} (contacts), {@code action} (offers) or {@code budget} (money)
     * @param left before the run
     * @param shadowPrice what one more would have added to total priority
     */
    public record Limit(String kind, String name, BigDecimal left, BigDecimal used, double shadowPrice) {}
}
