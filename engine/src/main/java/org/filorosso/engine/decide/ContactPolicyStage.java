package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** How often is enough: limits over the history, on all channels, of the subject or the household. */
final class ContactPolicyStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.CONTACT_POLICY;
    }

    @Override
    public void refuse(Deciding deciding) {
        for (ContactPolicy row : deciding.playbook().tables().contactPolicy()) {
            if (concerns(deciding, row)) {
                refuse(deciding, row);
            }
        }
    }

    private static void refuse(Deciding deciding, ContactPolicy row) {
        ContactCount count = new ContactCount(deciding, row);
        if (count.nothing() || !deciding.candidates.intersects(row.target().actions())) {
            return;
        }
        ActionSet limited = row.target().actions().copy();
        limited.retainAll(deciding.candidates);
        limited.removeAll(deciding.blueprint.service);
        limited.forEach(action -> {
            if (!exempt(deciding, row, action) && count.limit(keyOf(deciding, row, action)) != null) {
                deciding.candidates.remove(action);
            }
        });
    }

    private static int keyOf(Deciding deciding, ContactPolicy row, int action) {
        return deciding.blueprint.groups.key(row.per(), action);
    }

    /** A row with a channel or direction counts and suppresses there only. */
    static boolean concerns(Deciding deciding, ContactPolicy row) {
        return deciding.matches(row.row())
                && (row.channels().isEmpty() || row.channels().contains(deciding.channel.index()))
                && (row.direction() == null || row.direction() == deciding.request.direction());
    }

    /** What was asked to be taken up again is not held back by how often it was said. */
    static boolean exempt(Deciding deciding, ContactPolicy row, int action) {
        return deciding.continuity.resumed(action)
                && row.outcomes().stream().allMatch(outcome -> outcome == Outcome.PRESENTED || outcome == Outcome.SENT);
    }

    @Override
    public Why why(Deciding deciding, int action) {
        for (ContactPolicy row : deciding.playbook().tables().contactPolicy()) {
            if (concerns(deciding, row) && row.target().names(action) && !exempt(deciding, row, action)) {
                Limit limit = limit(deciding, row, action);
                if (limit != null) {
                    Why why = deciding.why(row.row());
                    return new Why(why.rule(), why.source(), why.reason(), null, List.of(), limit);
                }
            }
        }
        throw new IllegalStateException("A refused action must have a limit against it");
    }

    private static @Nullable Limit limit(Deciding deciding, ContactPolicy row, int action) {
        return new ContactCount(deciding, row).limit(keyOf(deciding, row, action));
    }
}
