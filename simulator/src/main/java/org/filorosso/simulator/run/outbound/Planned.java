package org.filorosso.simulator.run.outbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the customer file once it is decided.
 *
 * @param id empty when the row cannot be taken
 * @param choices empty when there is nothing to say to him
 */
record Planned(String id, @Nullable String household, List<Choice> choices) {

    /** A row that cannot be taken. */
    static final Planned BAD = new Planned("", null, List.of());

    boolean bad() {
        return id.isEmpty();
    }
}
