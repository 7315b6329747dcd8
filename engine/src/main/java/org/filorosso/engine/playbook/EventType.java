package org.filorosso.engine.playbook;

import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens outside our offers: a bill, a complaint, a purchase.
 *
 * @param openCase the case it opens or closes, or null
 * @param effect null when it touches no case
 * @param fields its fields by name
 * @param maxAge how long it is remembered, or null
 */
public record EventType(
        String name,
        @Nullable String openCase,
        @Nullable Effect effect,
        Map<String, Field> fields,
        @Nullable Span maxAge,
        String description) {

    /** What an event does to its case. */
    public enum Effect {
        OPENS,
        CLOSES
    }

    /** A field of an event and the values it may have; empty means any. */
    public record Field(String name, Type type, Set<String> values) {}
}
