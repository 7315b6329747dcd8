package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Treatment;

/** Is there a way to say it on this channel, in one of the placements asked for, in a language we have? */
final class TreatmentStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.TREATMENT;
    }

    @Override
    public void refuse(Deciding deciding) {
        TreatmentIndex.Languages languages = deciding.languages();
        List<Channel.Placement> placements = deciding.placements();
        for (int action : deciding.candidates.toArray()) {
            if (!sayable(deciding, action, placements, languages)) {
                deciding.candidates.remove(action);
            }
        }
    }

    private static boolean sayable(
            Deciding deciding, int action, List<Channel.Placement> placements, TreatmentIndex.Languages languages) {
        List<Treatment> treatments = deciding.blueprint.treatments.of(action, deciding.channel.index());
        for (Channel.Placement placement : placements) {
            if (deciding.blueprint.treatments.choose(treatments, placement.name(), languages, deciding.matched)
                    != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Why why(Deciding deciding, int action) {
        List<Treatment> treatments = deciding.blueprint.treatments.of(action, deciding.channel.index());
        String channel = deciding.channel.name();
        return treatments.isEmpty()
                ? Why.of("treatments", "No treatment for the channel " + channel)
                : Why.of(treatments.get(0).row().id(), "No treatment for " + channel + " fits here and now");
    }
}
