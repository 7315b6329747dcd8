package org.filorosso.api.run;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored.
 *
 * @param asked the request, JSON
 * @param at the time of all its decisions, null until it has begun
 * @param revision that decides, null until it has begun
 * @param progress of the running step, 0 to 1
 * @param result what the allocation came to, JSON; null before it
 * @param reason why it failed, or null
 * @param cancelled whether somebody asked for its end
 */
record Run(
        String id,
        String asked,
        @Nullable String requestId,
        String playbook,
        boolean dry,
        Status status,
        Step step,
        String askedBy,
        Instant createdAt,
        @Nullable Instant at,
        @Nullable String revision,
        double progress,
        @Nullable String result,
        @Nullable String reason,
        boolean cancelled,
        @Nullable Instant finishedAt) {

    /** How far a run is, to who waits for it. */
    enum Status {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED,
        CANCELLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean over() {
            return this == COMPLETED || this == FAILED || this == CANCELLED;
        }
    }

    /** What is done at the moment. */
    enum Step {
        DECIDING,
        RECORDING,
        DONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of the whole run, 0 to 1: deciding is half of a real one. */
    double fraction() {
        return switch (step) {
            case DECIDING -> dry ? progress : progress / 2;
            case RECORDING -> (1 + progress) / 2;
            case DONE -> 1;
        };
    }
}
