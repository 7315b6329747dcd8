package org.filorosso.engine.playbook;

import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * What follows what.
 *
 * @param after the target whose outcome begins the step, or null when an event does
 * @param outcome of {@code after}, or null
 * @param afterEvent the event that begins the step, or null
 * @param weight of a boost, as a fraction; 0 for other effects
 * @param decay how long a boost takes to fade to nothing, or null when it does not fade
 */
public record Journey(
        Row row,
        String journey,
        int step,
        Target target,
        @Nullable Target after,
        @Nullable Outcome outcome,
        @Nullable String afterEvent,
        Span within,
        Effect effect,
        double weight,
        @Nullable Span decay) {

    /** What a step does to its target. */
    public enum Effect {
        BOOST,
        WAIT,
        NEXT
    }
}
