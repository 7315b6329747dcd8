package org.filorosso.engine.match;

import org.filorosso.engine.feel.Truth;

/**
 * Why a row matches a customer or not.
 *
 * @param truth all conditions and {@code when} together: unknown when none is false and at least one is unknown
 * @param failed index in {@link org.filorosso.engine.playbook.Row#conditions()} of the first condition that is false, else
 *     of the first that is unknown; {@link #WHEN} is {@code when}, {@link #NONE} is none of them
 * @param failures how many conditions, {@code when} included, are not true
 * @param missingSlot the slot that had no value where {@code failed} is unknown; a header that is an expression answers
 *     with the named slot under it. {@link #NONE} where {@code failed} is false or none, or where nothing was missing and
 *     the expression has no answer all the same
 */
public record RowVerdict(Truth truth, int failed, int failures, int missingSlot) {

    /** {@code failed}: the condition is the row's {@code when}. */
    public static final int WHEN = -1;

    /** Nothing failed, or nothing is missing. */
    public static final int NONE = -2;

    /** Whether a row with this verdict matches: {@code if unknown} lets an unknown one through. */
    public boolean matches(boolean whenUnknown) {
        return truth == Truth.TRUE || (whenUnknown && truth == Truth.UNKNOWN);
    }
}
