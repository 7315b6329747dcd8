package org.filorosso.engine.playbook;

import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.jspecify.annotations.Nullable;

/**
 * What must not contradict what.
 *
 * @param other the second target, or null for the kinds that have none
 * @param outcomes of {@code other} that count; filled with the kind's default
 * @param within how long they count, or null for as long as history reaches
 * @param better which of two quoted prices is better for the customer
 */
public record Coherence(
        Row row,
        Kind kind,
        Target target,
        @Nullable Target other,
        Set<Outcome> outcomes,
        @Nullable Span within,
        Better better) {

    /** Kinds of coherence. */
    public enum Kind {
        NEVER_TOGETHER,
        NOT_AFTER,
        REQUIRES,
        SERVICE_FIRST,
        SAME_TERMS
    }

    /** Which of two prices a customer prefers. */
    public enum Better {
        LOWER,
        HIGHER
    }
}
