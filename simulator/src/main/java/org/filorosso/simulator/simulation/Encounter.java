package org.filorosso.simulator.simulation;

import java.time.Instant;
import java.util.List;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A member at an occasion: what was decided, and how he would respond; nothing of it is recorded yet.
 *
 * @param subject as the policy saw him
 * @param offers what is said, best first
 * @param optOut whether he withdraws his consent afterwards
 */
record Encounter(
        Member member,
        Occasion occasion,
        Request request,
        Subject subject,
        Decision decision,
        List<Offer> offers,
        boolean optOut) {

    /**
     * One offer and the response to it.
     *
     * @param outcome {@code ACCEPTED}, {@code LATER}, {@code REJECTED}, {@code CLICKED} or {@code IGNORED}
     * @param resumeAt when a later asks to be resumed, or null
     * @param kept whether the promise of an acceptance will be kept
     */
    record Offer(
            Decision.Result result,
            Outcome outcome,
            @Nullable Instant resumeAt,
            boolean incoherent,
            boolean kept) {}
}
