package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.learn.BetaCounts;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows besides the subject: counters over all customers, what this one was quoted, what was learnt,
 * what is stopped.
 *
 * @param quotes the subject's quotes; those that have lapsed are ignored
 * @param consentKnown false when consents could not be read: then there is no marketing action
 * @param stageSince when the subject's stage last changed, as recorded
 * @param fixed assignments that are stated rather than computed
 */
public record State(
        Counters counters,
        List<Quote> quotes,
        BetaCounts counts,
        List<Stop> stops,
        boolean consentKnown,
        @Nullable Double daysInStage,
        Fixed fixed) {

    /** Nothing used up, quoted, learnt or stopped. */
    public static final State FRESH =
            new State(Counters.NONE, List.of(), BetaCounts.NONE, List.of(), true, null, Fixed.NOTHING);

    public State with(Counters used, List<Quote> standing, BetaCounts learnt) {
        return new State(used, standing, learnt, stops, consentKnown, daysInStage, fixed);
    }

    /**
     * What is used up over all customers, units reserved by standing quotes included. The service, the simulator and
     * tests implement it; a decision asks each at most once per action, channel or budget.
     */
    public interface Counters {

        Counters NONE = new Counters() {};

        /** Acceptances of the action today, in the playbook's zone. */
        default long today(String action) {
            return 0;
        }

        /** Acceptances of the action ever, and units reserved. */
        default long total(String action) {
            return 0;
        }

        /** Outbound contacts on the channel today. */
        default long contactsToday(String channel) {
            return 0;
        }

        /** Money spent or reserved in the running day, month or time of the budget. */
        default BigDecimal spent(String budget) {
            return BigDecimal.ZERO;
        }
    }

    /**
     * Terms once presented to this customer.
     *
     * @param until when they lapse
     */
    public record Quote(String action, BigDecimal price, String channel, Instant at, Instant until) {

        boolean stands(Instant now) {
            return now.isBefore(until) && !at.isAfter(now);
        }
    }

    /**
     * Silence ordered outside the playbook.
     *
     * @param target a path of the catalogue
     * @param channel or null for all
     * @param until or null for open
     */
    public record Stop(
            String id,
            String target,
            @Nullable String channel,
            @Nullable Instant until,
            String reason) {

        boolean silences(String asked, Instant now) {
            return (channel == null || channel.equals(asked)) && (until == null || now.isBefore(until));
        }
    }

    /**
     * Assignments that are stated rather than computed, for tests and for what was recorded.
     *
     * @param arm name of an arm, {@code holdout}, or null
     * @param variants name of the variant by experiment
     */
    public record Fixed(@Nullable String arm, Map<String, String> variants) {

        public static final Fixed NOTHING = new Fixed(null, Map.of());
    }
}
