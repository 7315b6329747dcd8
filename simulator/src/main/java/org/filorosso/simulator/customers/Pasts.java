package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;

/**
 * The past of every customer, by id, in memory: about 150 bytes a row, so that 5 million rows need about 1 GB of heap.
 * Not thread-safe while it is filled; afterwards it may be read by any thread.
 */
public final class Pasts {
    private final Map<String, Past> byId = new HashMap<>();

    /** Rows of one customer, in the order of the files. */
    private static final class Past {
        private final List<Interaction> interactions = new ArrayList<>(2);
        private final List<Event> events = new ArrayList<>(0);
    }

    /** Adds one outcome. */
    public void add(String id, Interaction interaction) {
        of(id).interactions.add(interaction);
    }

    /** Adds one event. */
    public void add(String id, Event event) {
        of(id).events.add(event);
    }

    private Past of(String id) {
        return byId.computeIfAbsent(id, unknown -> new Past());
    }

    /** The past of a customer; {@link History#NONE} when nothing is known. */
    public History history(String id) {
        return history(List.of(id));
    }

    /** The past of several customers as one. */
    public History history(Collection<String> ids) {
        List<Interaction> interactions = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        ids.forEach(id -> collect(id, interactions, events));
        return interactions.isEmpty() && events.isEmpty() ? History.NONE : History.of(interactions, events);
    }

    private void collect(String id, List<Interaction> interactions, List<Event> events) {
        Past past = byId.get(id);
        if (past != null) {
            interactions.addAll(past.interactions);
            events.addAll(past.events);
        }
    }

    /** Everybody of whom something is known. */
    public Collection<String> ids() {
        return byId.keySet();
    }

    /** The outcomes of a customer, in the order of the files. */
    public List<Interaction> interactions(String id) {
        Past past = byId.get(id);
        return past == null ? List.of() : past.interactions;
    }

    /** Whether anything is known of a customer. */
    public boolean knows(String id) {
        return byId.containsKey(id);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }
}
