package org.filorosso.engine.decide;

import java.util.List;
import org.filorosso.engine.learn.Assignment;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.jspecify.annotations.Nullable;

/** Universal holdout and experiment controls: who is in a control group is left alone. */
final class AssignmentStage implements Stage {

    static final String HOLDOUT = "holdout";

    @Override
    public StageCode code() {
        return StageCode.ASSIGNMENT;
    }

    @Override
    public void refuse(Deciding deciding) {
        if (heldOut(deciding)) {
            ActionSet spared = deciding.blueprint.service.copy();
            Settings.Holdout holdout = deciding.playbook().settings().holdout();
            if (holdout != null && holdout.except() != null) {
                spared.addAll(holdout.except());
            }
            deciding.candidates.retainAll(spared);
        }
        for (Experiment experiment : deciding.playbook().tables().experiments()) {
            Target target = experiment.target();
            if (target != null && control(deciding, experiment)) {
                deciding.candidates.removeAll(target.actions());
            }
        }
    }

    private static boolean heldOut(Deciding deciding) {
        return deciding.assigned.arm().equals(HOLDOUT);
    }

    private static boolean control(Deciding deciding, Experiment experiment) {
        return Experiment.CONTROL.equals(deciding.assigned.variants().get(experiment.name()));
    }

    @Override
    public Candidate.Why why(Deciding deciding, int action) {
        for (Experiment experiment : deciding.playbook().tables().experiments()) {
            Target target = experiment.target();
            if (target != null && target.names(action) && control(deciding, experiment)) {
                return controlled(deciding, experiment);
            }
        }
        return Candidate.Why.of(HOLDOUT, "In the universal holdout: gets no marketing");
    }

    private static Candidate.Why controlled(Deciding deciding, Experiment experiment) {
        Experiment.Variant variant = experiment.variants().stream()
                .filter(one -> one.name().equals(Experiment.CONTROL))
                .findFirst()
                .orElseThrow();
        return new Candidate.Why(
                variant.id(),
                "experiments.csv:" + variant.line(),
                deciding.text(experiment.row().reason()),
                null,
                List.of(),
                null);
    }

    /** The arm of a subject: stated, or by hash; the holdout comes first, the arms share the rest. */
    static String arm(Settings settings, Subject subject, State.Fixed fixed) {
        if (fixed.arm() != null) {
            return fixed.arm();
        }
        Settings.Holdout holdout = settings.holdout();
        String salt = holdout == null ? settings.name() : holdout.salt();
        boolean together = holdout != null && holdout.level() == AssignmentLevel.HOUSEHOLD;
        double unit = Assignment.unit(salt, together ? subject.householdOrSelf() : subject.id());
        double held = holdout == null ? 0 : holdout.share();
        if (unit < held) {
            return HOLDOUT;
        }
        double[] shares = settings.arms().stream()
                .mapToDouble(arm -> arm.share() * (1 - held))
                .toArray();
        int picked = Assignment.pick(unit - held, shares);
        return settings.arms().get(Math.min(picked, shares.length - 1)).name();
    }

    /** The settings of an arm, or null of the holdout. */
    static Settings.@Nullable Arm settings(Settings settings, String arm) {
        return settings.arms().stream()
                .filter(one -> one.name().equals(arm))
                .findFirst()
                .orElse(null);
    }

    /** The variant of a subject who meets the experiment's conditions. */
    static String variant(Experiment experiment, Subject subject) {
        boolean together = experiment.level() == AssignmentLevel.HOUSEHOLD;
        double unit = Assignment.unit(experiment.name(), together ? subject.householdOrSelf() : subject.id());
        double[] shares = experiment.variants().stream()
                .mapToDouble(Experiment.Variant::share)
                .toArray();
        int picked = Assignment.pick(unit, shares);
        return picked == shares.length
                ? Experiment.OUTSIDE
                : experiment.variants().get(picked).name();
    }
}
