package org.filorosso.simulator.review.change;

/**
 * How many go from one first offer to another.
 *
 * @param from an action, or {@link #NONE}
 * @param to likewise
 * @param count of decisions or customers
 */
public record Flow(String from, String to, long count) {

    /** No action. */
    public static final String NONE = "(no action)";

    /** Whether they are offered something else than before. */
    public boolean changes() {
        return !from.equals(to);
    }
}
