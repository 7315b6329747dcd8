package org.filorosso.simulator.run.outbound;

import java.util.List;

/** What the order of channels that a customer has stated means to a run. */
public enum Preference {

    /** The first channel of his order that has something to say and room for it; those he does not name come last. */
    ORDER,

    /** As {@link #IGNORE}, but no channel that he does not name; who names none may be contacted on any. */
    ONLY,

    /** Nothing: the channel that is worth most. */
    IGNORE;

    boolean allows(String channel, List<String> preferred) {
        return this != ONLY || preferred.isEmpty() || preferred.contains(channel);
    }

    /** The place of a channel, from 0; those of one place compete by their worth. */
    int rank(String channel, List<String> preferred) {
        int place = preferred.indexOf(channel);
        return this != ORDER ? 0 : place < 0 ? preferred.size() : place;
    }
}
