package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Candidate.Limit;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Row;

/** What has to wait: a step whose time has not come, or what the customer asked to hear of later. */
final class JourneyStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.JOURNEY;
    }

    @Override
    public void refuse(Deciding deciding) {
        for (Continuity.Thread thread : deciding.continuity.threads()) {
            if (thread.effect() == Journey.Effect.WAIT) {
                for (int action : deciding.candidates.toArray()) {
                    if (thread.concerns().test(action)) {
                        deciding.candidates.remove(action);
                    }
                }
            }
        }
    }

    @Override
    public Why why(Deciding deciding, int action) {
        Continuity.Thread thread =
                deciding.continuity.of(action, Journey.Effect.WAIT).get(0);
        Row row = thread.row();
        return new Why(
                thread.rule(),
                row == null ? "" : row.source(),
                deciding.continuity.reason(thread),
                null,
                List.of(),
                new Limit(1, 1, "wait", thread.until()));
    }
}
