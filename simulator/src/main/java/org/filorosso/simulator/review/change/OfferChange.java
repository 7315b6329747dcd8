package org.filorosso.simulator.review.change;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How often an action is offered before and after.
 *
 * @param gained of {@code after} those who were not offered it before; null where nobody looked at each
 * @param lost of {@code before} those who are not offered it after; null likewise
 */
public record OfferChange(
        String action,
        long before,
        long after,
        @Nullable Long gained,
        @Nullable Long lost) {

    /** The largest change first; equal ones by name. */
    public static final Comparator<OfferChange> LARGEST_FIRST =
            Comparator.comparingLong((OfferChange one) -> -one.size()).thenComparing(OfferChange::action);

    /** Two totals of which it is not known who is in which. */
    public static OfferChange ofTotals(String action, long before, long after) {
        return new OfferChange(action, before, after, null, null);
    }

    /** How many are touched, at the least: a change of nothing may still be an exchange where nobody looked at each. */
    public long size() {
        return gained == null || lost == null ? Math.abs(after - before) : gained + lost;
    }
}
