package org.filorosso.engine.playbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a customer or to be reached.
 *
 * @param index dense number, from 0, in file order
 * @param directions what it is open for
 * @param consent purpose an outbound contact here needs, or null
 * @param quiet outbound only
 * @param capacityPerDay outbound contacts over all customers, or null
 * @param cost per contact, in the playbook's currency
 * @param placements never empty
 */
public record Channel(
        int index,
        int line,
        String name,
        Set<Direction> directions,
        @Nullable String consent,
        QuietHours quiet,
        @Nullable Integer capacityPerDay,
        BigDecimal cost,
        List<Placement> placements) {

    /** A place on a channel and how many actions fit in it, at least one. */
    public record Placement(String name, int items) {

        public static final Placement DEFAULT = new Placement("default", 1);
    }

    public boolean open(Direction direction) {
        return directions.contains(direction);
    }
}
