package org.filorosso.engine.history;

import java.time.Instant;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;

/**
 * An interaction row resolved against a playbook.
 *
 * @param action index in the catalogue, or {@link #UNKNOWN}
 * @param channel index of the channel, or {@link #UNKNOWN}
 * @param outcome what it counts as: an outbound {@code decided} nobody told otherwise counts as {@code sent}
 * @param millis {@code row.at()} in epoch milliseconds
 * @param reversed true for an {@code accepted} that a later row undid
 */
public record Contact(Interaction row, int action, int channel, Outcome outcome, long millis, boolean reversed) {

    public static final int UNKNOWN = -1;

    public Instant at() {
        return row.at();
    }

    public Direction direction() {
        return row.direction();
    }
}
