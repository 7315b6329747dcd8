package org.filorosso.api.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the service said it has, to be compared with what it has. */
final class Ledger {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** The service answered 2xx for this key. */
    void acknowledge(String key) {
        acknowledged.add(key);
    }

    int size() {
        return acknowledged.size();
    }

    /** Acknowledged keys that are not among those found: lost ones. */
    Set<String> lost(List<String> found) {
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(Set.copyOf(found));
        return lost;
    }

    /** Keys found more than once: what had more than one effect. */
    static List<String> repeated(List<String> found) {
        Map<String, Integer> times = new HashMap<>();
        List<String> repeated = new ArrayList<>();
        for (String key : found) {
            if (times.merge(key, 1, Integer::sum) == 2) {
                repeated.add(key);
            }
        }
        return repeated;
    }
}
