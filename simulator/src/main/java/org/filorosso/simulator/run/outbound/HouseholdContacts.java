package org.filorosso.simulator.run.outbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;

/**
 * The contacts that a run has made so far, by household, as the history of its other members: what is counted over a
 * household counts within the run, too. Some 200 bytes for each contact with a member of a household.
 */
final class HouseholdContacts {
    private final Map<String, List<Interaction>> byHousehold = new HashMap<>();

    boolean knows(String household) {
        return byHousehold.containsKey(household);
    }

    void add(String household, Interaction contact) {
        byHousehold.computeIfAbsent(household, unseen -> new ArrayList<>(1)).add(contact);
    }

    /** The customer with what the run has sent to the others of his household. */
    Subject tell(Subject subject, String household) {
        List<Interaction> rows = new ArrayList<>(subject.householdPast().interactions());
        rows.addAll(byHousehold.getOrDefault(household, List.of()));
        return new Subject(
                subject.id(),
                subject.household(),
                subject.language(),
                subject.attributes(),
                subject.consents(),
                subject.preferredChannels(),
                subject.lists(),
                subject.past(),
                History.of(rows, subject.householdPast().events()),
                subject.worth());
    }
}
