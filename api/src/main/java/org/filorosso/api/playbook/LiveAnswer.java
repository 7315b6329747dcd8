package org.filorosso.api.playbook;

import java.time.Instant;
import org.filorosso.engine.playbook.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A playbook and what of it decides, on the node that answers.
 *
 * @param revision null where nothing of it was ever published
 * @param version how often it was published; null where this node does not know yet
 * @param source {@code database}, or {@code copy} on this node's disk while the database is away, or {@code none}
 */
record LiveAnswer(
        String name,
        @Nullable String title,
        @Nullable String revision,
        @Nullable Long version,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        String source) {

    static LiveAnswer of(PolledPlaybooks.Live live) {
        Settings settings = live.playbook().playbook().settings();
        String language = settings.languages().get(0);
        Publication since = live.since();
        return new LiveAnswer(
                settings.name(),
                settings.title().in(language, language),
                live.playbook().revision(),
                since == null ? null : since.version(),
                since == null ? null : since.publishedAt(),
                since == null ? null : since.publishedBy(),
                since == null ? "copy" : "database");
    }

    static LiveAnswer none(String name) {
        return new LiveAnswer(name, null, null, null, null, null, "none");
    }
}
