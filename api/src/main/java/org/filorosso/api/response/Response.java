package org.filorosso.api.response;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * A response that may be recorded.
 *
 * @param key names it for ever
 * @param digest of what was said, to tell a repetition from another response under the same key
 * @param playbook the revision it answers to
 * @param at never in the future
 * @param details value, price, reason, time to resume and team; the treatment is the proposal's
 * @param offered false: taken though it was not proposed
 */
record Response(
        String key,
        String digest,
        Proposal proposal,
        Playbook playbook,
        Outcome outcome,
        String channel,
        Direction direction,
        Instant at,
        Interaction.Details details,
        boolean offered) {

    /** The action, or null when the revision at hand does not know it. */
    @Nullable
    Action action() {
        return playbook.catalogue().find(proposal.action());
    }

    String subject() {
        return proposal.subjectId();
    }

    /** Whether the customer heard of it by this. */
    boolean shown() {
        return outcome == Outcome.PRESENTED || outcome == Outcome.SENT;
    }

    /** Whether this is a contact that nobody counted when it was decided. */
    boolean newContact() {
        return shown() && direction == Direction.OUTBOUND && !proposal.stored();
    }

    /** What an acceptance costs: as decided, else as the action says, else nothing. */
    BigDecimal cost() {
        BigDecimal decided = proposal.cost();
        BigDecimal cost = decided != null ? decided : Constants.of(action(), Action.Terms::cost, BigDecimal.ZERO);
        return cost.setScale(4, RoundingMode.HALF_EVEN);
    }

    /** The row of the history that it becomes. */
    Interaction row() {
        return new Interaction(
                proposal.interactionId(), at, proposal.action(), outcome, channel, direction, proposal.rank(), details);
    }
}
