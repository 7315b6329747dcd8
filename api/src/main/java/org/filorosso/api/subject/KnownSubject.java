package org.filorosso.api.subject;

import java.time.Instant;
import java.util.List;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A subject in the terms of one playbook.
 *
 * @param quotes terms once presented, those that lapsed among them
 * @param stage the lifecycle stage last recorded for this playbook, or null
 * @param stageSince since when, or null
 */
public record KnownSubject(
        Subject subject,
        List<State.Quote> quotes,
        @Nullable String stage,
        @Nullable Instant stageSince) {

    /** Somebody of whom nothing is known. */
    public static KnownSubject unknown(String id) {
        return new KnownSubject(Subject.unknown(id), List.of(), null, null);
    }
}
