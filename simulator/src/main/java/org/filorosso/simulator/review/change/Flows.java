package org.filorosso.simulator.review.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts who goes from which first offer to which. Not thread-safe. */
public final class Flows {
    private static final Comparator<Flow> LARGEST_FIRST = Comparator.comparingLong(Flow::count)
            .reversed()
            .thenComparing(Flow::from)
            .thenComparing(Flow::to);

    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    /** Adds one: {@link Flow#NONE} where there is no action. */
    public void add(String from, String to) {
        counts.computeIfAbsent(from, unseen -> new HashMap<>()).merge(to, 1L, Long::sum);
    }

    /** All, those that stay included, the largest first; equal ones by name. */
    public List<Flow> all() {
        List<Flow> all = new ArrayList<>();
        counts.forEach((from, to) -> to.forEach((last, count) -> all.add(new Flow(from, last, count))));
        all.sort(LARGEST_FIRST);
        return List.copyOf(all);
    }
}
