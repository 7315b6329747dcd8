package org.filorosso.api.response;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.CounterStore.Key;

/**
 * The counters that one transaction holds. All are locked first, in their order; then each response is weighed in the order
 * in which they came, against exact figures; then the differences are written.
 */
final class Ledger {
    private final CounterStore counters;
    private final Map<Key, BigDecimal> used;
    private final SortedMap<Key, BigDecimal> changes = new TreeMap<>();

    Ledger(CounterStore counters, SortedSet<Key> keys) {
        this.counters = counters;
        this.used = counters.lock(keys);
    }

    /** Puts all of the charges on their counters, or none when one would pass its limit. */
    boolean take(List<Charge> charges) {
        for (Charge charge : charges) {
            BigDecimal limit = charge.limit();
            if (limit != null && at(charge.key()).add(charge.amount()).compareTo(limit) > 0) {
                return false;
            }
        }
        charges.forEach(charge -> change(charge.key(), charge.amount()));
        return true;
    }

    /** Takes charges off their counters. */
    void giveBack(List<Charge> charges) {
        charges.forEach(charge -> change(charge.key(), charge.amount().negate()));
    }

    private BigDecimal at(Key key) {
        BigDecimal held = used.get(key);
        if (held == null) {
            throw new IllegalStateException("The counter " + key + " is changed without being held");
        }
        return held.add(changes.getOrDefault(key, BigDecimal.ZERO));
    }

    private void change(Key key, BigDecimal by) {
        at(key);
        changes.merge(key, by, BigDecimal::add);
    }

    /** Writes the differences, and tells them. */
    Map<Key, BigDecimal> write() {
        changes.values().removeIf(change -> change.signum() == 0);
        changes.forEach((key, change) -> counters.add(key, change, null));
        return changes;
    }
}
