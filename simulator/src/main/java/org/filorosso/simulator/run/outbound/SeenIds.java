package org.filorosso.simulator.run.outbound;

import java.util.Arrays;
import org.filorosso.engine.learn.Assignment;

/**
 * The ids that have come, as 64 bits of their SHA-256 each: 11 to 22 bytes a customer. Two of 100 million different ids
 * are taken for one with a probability below 0.1%.
 */
final class SeenIds {
    private static final double FULL = 0.7;

    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds an id; false when it was there. */
    boolean add(String id) {
        long bits = Assignment.bits(id);
        if (size >= FULL * slots.length) {
            grow();
        }
        return put(bits == 0 ? 1 : bits);
    }

    private boolean put(long bits) {
        int slot = (int) bits & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == bits) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = bits;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(bits -> bits != 0).forEach(this::put);
    }
}
