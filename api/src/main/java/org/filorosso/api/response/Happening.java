package org.filorosso.api.response;

import java.time.Instant;
import org.filorosso.api.subject.HistoryEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that may be recorded.
 *
 * @param key what it is about, or null
 * @param digest of what was said
 * @param fields checked, by name, in the order of their names
 */
record Happening(String subject, String event, @Nullable String key, String digest, Instant at, JsonNode fields)
        implements Comparable<Happening> {

    /** The key under which it has its one effect. */
    String identity() {
        return key == null ? "auto:" + digest : key;
    }

    /** The same of another subject: the one whose alias was given. */
    Happening of(String id) {
        return new Happening(id, event, key, digest, at, fields);
    }

    /** What names it for ever. */
    String name() {
        return subject + '\n' + event + '\n' + identity();
    }

    HistoryEntry entry() {
        return new HistoryEntry.Occurring(subject, at, event, storedKey(), fields.toString());
    }

    /** As the row keeps it. */
    String storedKey() {
        return key == null ? "" : key;
    }

    @Override
    public int compareTo(Happening other) {
        return name().compareTo(other.name());
    }
}
