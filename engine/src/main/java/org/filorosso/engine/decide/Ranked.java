package org.filorosso.engine.decide;

import java.util.Comparator;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.learn.Assignment;
import org.filorosso.engine.learn.Propensity;

/**
 * A candidate with its factors, in arbitration.
 *
 * @param belief what P was drawn or taken from
 * @param step lowest step of the journeys that put it next; {@link #NOT_NEXT} when none does
 * @param kept true when it stays first because it won before
 * @param order what the ranking compares: the priority, or what an arm ranks by
 */
record Ranked(int action, Factors factors, Propensity belief, int step, boolean kept, double order) {

    static final int NOT_NEXT = Integer.MAX_VALUE;

    boolean next() {
        return step != NOT_NEXT;
    }

    Ranked orderedBy(double other) {
        return new Ranked(action, factors, belief, step, kept, other);
    }

    Ranked unkept() {
        return kept ? new Ranked(action, factors, belief, step, false, order) : this;
    }

    /** Next by step, then the kept one, then by order, then the higher value, then the hash of subject and action. */
    static Comparator<Ranked> best(Deciding deciding) {
        return Comparator.comparingInt(Ranked::step)
                .thenComparing(Ranked::kept, Comparator.reverseOrder())
                .thenComparing(Ranked::order, Comparator.reverseOrder())
                .thenComparing(ranked -> ranked.factors().value(), Comparator.reverseOrder())
                .thenComparing((a, b) -> Double.compare(tie(deciding, a), tie(deciding, b)));
    }

    private static double tie(Deciding deciding, Ranked ranked) {
        return Assignment.unit(
                deciding.subject.id(), deciding.action(ranked.action()).name());
    }
}
