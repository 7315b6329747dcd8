package org.filorosso.simulator.world;

import java.math.BigDecimal;
import org.filorosso.engine.feel.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a customer with some slots of one offer over them. Nothing that was computed from those slots may have been
 * kept below.
 *
 * @param slots few, so that looking through them is cheap
 */
record Overlaid(Reading below, int[] slots, Object[] values) implements Reading {

    @Override
    public @Nullable Object value(int slot) {
        int at = at(slot);
        return at < 0 ? below.value(slot) : values[at];
    }

    @Override
    public double number(int slot) {
        int at = at(slot);
        if (at < 0) {
            return below.number(slot);
        }
        return values[at] instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
    }

    private int at(int slot) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return i;
            }
        }
        return -1;
    }
}
