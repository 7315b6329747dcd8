package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.jspecify.annotations.Nullable;

/** May we say anything here and now: direction, consent and objection, quiet hours, capacity. Fails closed. */
final class ChannelStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.CHANNEL;
    }

    @Override
    public void refuse(Deciding deciding) {
        if (closed(deciding) != null) {
            deciding.candidates.clear();
            return;
        }
        if (!deciding.state.consentKnown()) {
            deciding.candidates.retainAll(deciding.blueprint.service);
            return;
        }
        ActionSet asked = deciding.candidates.copy();
        asked.removeAll(deciding.blueprint.service);
        refuseByConsent(deciding, asked);
    }

    private static void refuseByConsent(Deciding deciding, ActionSet asked) {
        if (channelRefuses(deciding)) {
            deciding.candidates.removeAll(asked);
            return;
        }
        asked.retainAll(deciding.blueprint.purposes.asking(refusedPurposes(deciding), outbound(deciding)));
        deciding.candidates.removeAll(asked);
    }

    /** Purposes that keep an action from being said: not granted outbound, refused inbound. */
    private static List<String> refusedPurposes(Deciding deciding) {
        return deciding.playbook().settings().purposes().stream()
                .filter(purpose -> outbound(deciding) ? !granted(deciding, purpose) : refused(deciding, purpose))
                .toList();
    }

    private static boolean channelRefuses(Deciding deciding) {
        String consent = deciding.channel.consent();
        return outbound(deciding) && consent != null && !granted(deciding, consent);
    }

    private static boolean outbound(Deciding deciding) {
        return deciding.request.direction() == Direction.OUTBOUND;
    }

    private static boolean granted(Deciding deciding, String purpose) {
        Subject.Consent consent = deciding.subject.consents().get(purpose);
        return consent != null && consent.granted() && consent.holds(deciding.request.at());
    }

    private static boolean refused(Deciding deciding, String purpose) {
        Subject.Consent consent = deciding.subject.consents().get(purpose);
        return consent != null && !consent.granted() && consent.holds(deciding.request.at());
    }

    /** What closes the channel for everybody, or null. */
    private static @Nullable Why closed(Deciding deciding) {
        Channel channel = deciding.channel;
        if (!channel.open(deciding.request.direction())) {
            return why(channel, "Not open for " + deciding.request.direction().code() + " contacts", null);
        }
        if (!outbound(deciding)) {
            return null;
        }
        if (channel.quiet().contain(deciding.now, deciding.playbook().settings().holidays())) {
            return why(channel, "Quiet hours", null);
        }
        Integer capacity = channel.capacityPerDay();
        long used = capacity == null ? 0 : deciding.state.counters().contactsToday(channel.name());
        return capacity == null || used < capacity
                ? null
                : why(channel, "Today's capacity is used up", new Limit(used, capacity, "day", null));
    }

    private static Why why(Channel channel, String reason, @Nullable Limit limit) {
        return new Why(channel.name(), "channels.csv:" + channel.line(), reason, null, List.of(), limit);
    }

    @Override
    public Why why(Deciding deciding, int action) {
        Why closed = closed(deciding);
        if (closed != null) {
            return closed;
        }
        if (!deciding.state.consentKnown()) {
            return Why.of("consent", "Consents cannot be known now");
        }
        if (channelRefuses(deciding)) {
            return why(deciding.channel, "No consent to " + deciding.channel.consent(), null);
        }
        return purpose(deciding, deciding.action(action));
    }

    private static Why purpose(Deciding deciding, Action action) {
        String purpose = Purposes.of(action, deciding.playbook().settings());
        String reason = outbound(deciding) ? "No consent to " : "Objected to ";
        return new Why("consent " + purpose, "actions.csv:" + action.line(), reason + purpose, null, List.of(), null);
    }
}
