package org.filorosso.engine.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.history.History;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the caller brings him: the single view of who he is and what happened so far.
 *
 * @param id never empty
 * @param household the household, or null: then he is one of his own
 * @param language or null
 * @param attributes by name of the data dictionary; others are ignored
 * @param consents by purpose; a purpose that is absent was never asked
 * @param preferredChannels in his own order
 * @param lists the lists he or his household is on
 * @param past his own history
 * @param householdPast that of the other members
 * @param worth what is known of his value, or null
 */
public record Subject(
        String id,
        @Nullable String household,
        @Nullable String language,
        Map<String, Dated> attributes,
        Map<String, Consent> consents,
        List<String> preferredChannels,
        Set<String> lists,
        History past,
        History householdPast,
        @Nullable Worth worth) {

    /** Somebody of whom nothing is known. */
    public static Subject unknown(String id) {
        return new Subject(id, null, null, Map.of(), Map.of(), List.of(), Set.of(), History.NONE, History.NONE, null);
    }

    /** Who is assigned together: the household, or the subject where there is none. */
    public String householdOrSelf() {
        String named = household;
        return named == null ? id : named;
    }

    /**
     * A value and its date.
     *
     * @param value normalised as in {@link org.filorosso.engine.feel.Reading}
     * @param asOf null: as of its arrival, so it never is too old
     */
    public record Dated(Object value, @Nullable Instant asOf) {

        public static Dated of(Object value) {
            return new Dated(value, null);
        }
    }

    /**
     * A consent given or refused.
     *
     * @param until when it lapses, or null
     */
    public record Consent(
            boolean granted, @Nullable Instant at, @Nullable Instant until) {

        public static Consent of(boolean granted) {
            return new Consent(granted, null, null);
        }

        boolean holds(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /**
     * What is known of a customer's value from elsewhere; null parts are computed from the history.
     *
     * @param rfm three digits 1-5
     * @param value in the playbook's currency
     */
    public record Worth(@Nullable String rfm, @Nullable Double value) {}
}
