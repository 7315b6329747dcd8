package org.filorosso.simulator.simulation;

import java.time.ZonedDateTime;
import java.util.Map;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;

/**
 * A moment at which a customer is decided for.
 *
 * @param contexts what he comes with, by attribute of the context
 * @param key what it is among the parts of a draw: the row of population.yaml that made it
 */
record Occasion(ZonedDateTime at, Channel channel, Direction direction, Map<String, Object> contexts, long key) {
    boolean outbound() {
        return direction == Direction.OUTBOUND;
    }

    /** The same at another time. */
    Occasion at(ZonedDateTime other) {
        return new Occasion(other, channel, direction, contexts, key);
    }
}
