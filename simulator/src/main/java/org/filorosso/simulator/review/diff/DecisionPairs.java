package org.filorosso.simulator.review.diff;

import org.filorosso.engine.decide.Decision;
import org.filorosso.simulator.review.diff.DecisionDiff.Brief;

/** Adds up how the same questions are answered under two playbooks, wherever the answers come from. Not thread-safe. */
public final class DecisionPairs {
    private final DecisionDiff.Sum sum = new DecisionDiff.Sum();

    /**
     * Adds one question.
     *
     * @param id whom an example names
     * @param where the channel and direction
     * @param before with an explanation, without which there is no funnel
     * @param after likewise
     */
    public void add(String id, String where, Decision before, Decision after) {
        sum.add(new DecisionDiff.Pair(id, where, Brief.of(before), Brief.of(after)));
    }

    /** What was added up so far. */
    public DecisionDiff diff() {
        return sum.diff();
    }
}
