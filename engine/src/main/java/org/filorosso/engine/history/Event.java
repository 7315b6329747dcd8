package org.filorosso.engine.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened outside our offers.
 *
 * @param event its declared name
 * @param key what it is about, such as the number of a complaint; empty when there is none
 * @param fields values normalised as in {@link org.filorosso.engine.feel.Reading}
 */
public record Event(Instant at, String event, String key, Map<String, Object> fields) {

    public @Nullable Object field(String name) {
        return fields.get(name);
    }
}
