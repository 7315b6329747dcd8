package org.filorosso.simulator.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.decide.StageCode;
import org.jspecify.annotations.Nullable;

/** Counts over many decisions: who wins how often, and what each stage leaves. Not thread-safe. */
final class Tally {
    private final Map<String, Long> winners = new HashMap<>();
    private final Map<String, Long> emptied = new TreeMap<>();
    private final Map<StageCode, long[]> funnel = new TreeMap<>();
    private long decisions;

    /** What is counted of a decision, so that the rest of it need not wait in memory. */
    record Brief(@Nullable String winner, @Nullable StageCode emptied, List<StageCount> stages) {
        static Brief of(Decision decision) {
            List<Decision.Result> results = decision.results();
            return new Brief(
                    results.isEmpty() ? null : results.get(0).action(), decision.noActionReason(), decision.stages());
        }
    }

    void add(Brief decision) {
        decisions++;
        String winner = decision.winner();
        if (winner != null) {
            winners.merge(winner, 1L, Long::sum);
        }
        StageCode stage = decision.emptied();
        if (winner == null && stage != null) {
            emptied.merge(stage.code(), 1L, Long::sum);
        }
        for (StageCount count : decision.stages()) {
            long[] sums = funnel.computeIfAbsent(count.stage(), unknown -> new long[2]);
            sums[0] += count.in();
            sums[1] += count.out();
        }
    }

    long decisions() {
        return decisions;
    }

    /** Actions by how often they stand first, most often first. */
    Map<String, Long> winners() {
        Map<String, Long> sorted = new LinkedHashMap<>();
        winners.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Decisions without an action, by the stage that emptied them. */
    Map<String, Long> emptied() {
        return emptied;
    }

    /** Candidates in and out of each stage, summed over the decisions; empty without explanation. */
    Map<StageCode, long[]> funnel() {
        return funnel;
    }
}
