package org.filorosso.api.subject;

import java.time.Instant;
import java.util.List;
import org.filorosso.api.store.Database;

/** Refuses consents for whoever hears of it on another way than the consents' own, such as by an event. */
public final class OptOuts {
    private final SubjectStore store;

    public OptOuts(Database database) {
        this.store = new SubjectStore(database);
    }

    /**
     * A consent that was taken back.
     *
     * @param subjectId or an alias; somebody not known yet comes into being by it
     * @param purpose one of a playbook
     */
    public record OptOut(String subjectId, String purpose, Instant at) {}

    /**
     * Refuses them in the running transaction; a consent given later than that stays.
     *
     * @param by who told, for the history of consents
     */
    public void refuse(List<OptOut> told, String by, Instant now) {
        if (!told.isEmpty()) {
            store.change(told.stream().map(one -> order(one, by)).toList(), now);
        }
    }

    private static SubjectStore.Order order(OptOut told, String by) {
        Profile.Consent refused = new Profile.Consent(false, told.at(), "opt-out", null);
        return new SubjectStore.Order(ProfileChange.consent(told.subjectId(), told.purpose(), refused), by);
    }
}
