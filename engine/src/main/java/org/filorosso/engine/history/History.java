package org.filorosso.engine.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The past of one subject, or of the other members of a household.
 *
 * @param interactions oldest first; rows of one time keep the order in which they came
 * @param events oldest first
 */
public record History(List<Interaction> interactions, List<Event> events) {

    public static final History NONE = new History(List.of(), List.of());

    /** A history of rows in any order. */
    public static History of(List<Interaction> interactions, List<Event> events) {
        List<Interaction> rows = new ArrayList<>(interactions);
        rows.sort(Comparator.comparing(Interaction::at));
        List<Event> happened = new ArrayList<>(events);
        happened.sort(Comparator.comparing(Event::at));
        return new History(List.copyOf(rows), List.copyOf(happened));
    }

    public boolean isEmpty() {
        return interactions.isEmpty() && events.isEmpty();
    }
}
