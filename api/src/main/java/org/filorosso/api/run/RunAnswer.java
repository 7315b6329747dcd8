package org.filorosso.api.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run, as it is told.
 *
 * @param progress 0 to 1
 * @param step {@code deciding}, {@code recording} or {@code done}
 * @param list whose members it may contact, or null: everybody
 * @param channels that it was asked to use, or null: all
 * @param contacts by what became of them, null until all is decided
 * @param cancelRequested whether it ends as soon as it can
 */
record RunAnswer(
        String id,
        String status,
        double progress,
        String step,
        String playbook,
        @Nullable String revision,
        @Nullable Instant at,
        boolean dryRun,
        @Nullable String list,
        @Nullable List<@Nullable String> channels,
        String preference,
        long seed,
        @Nullable Contacts contacts,
        boolean cancelRequested,
        @Nullable String reason,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    private static final double THOUSAND = 1_000;

    /** Contacts, by what became of them. */
    record Contacts(long planned, long recorded, long dropped) {}

    /** Many of them. */
    record Items(List<RunAnswer> items) {}

    static RunAnswer of(Run run, RunRequest asked, Map<String, Long> states) {
        String preference = asked.preference();
        return new RunAnswer(
                run.id(),
                run.status().code(),
                Math.floor(run.fraction() * THOUSAND) / THOUSAND,
                run.step().code(),
                run.playbook(),
                run.revision(),
                run.at(),
                run.dry(),
                asked.list(),
                asked.channels(),
                preference == null ? "order" : preference,
                asked.seedOrDefault(),
                run.result() == null ? null : contacts(states),
                run.cancelled(),
                run.reason(),
                run.askedBy(),
                run.createdAt(),
                run.finishedAt());
    }

    private static Contacts contacts(Map<String, Long> states) {
        return new Contacts(
                states.getOrDefault("planned", 0L),
                states.getOrDefault("recorded", 0L),
                states.getOrDefault("dropped", 0L));
    }
}
