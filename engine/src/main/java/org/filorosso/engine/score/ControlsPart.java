package org.filorosso.engine.score;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.Experiment;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.Settings;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.score.Scorecard.Part;

/** Share of the actions offered that have a control: the universal holdout, or an experiment's variant that goes without. */
final class ControlsPart {
    private final Playbook playbook;
    private final Scope scope;
    private final TreeSet<String> offered = new TreeSet<>();

    ControlsPart(Playbook playbook, Scope scope) {
        this.playbook = playbook;
        this.scope = scope;
    }

    void add(SubjectLog log) {
        for (Decided decided : log.decisions()) {
            if (scope.counts(decided.at(), decided)) {
                decided.results().forEach(one -> offered.add(one.action()));
            }
        }
    }

    private boolean controlled(String name) {
        Action action = playbook.catalogue().find(name);
        return action != null && (heldOut(action) || tested(action));
    }

    private boolean heldOut(Action action) {
        Settings.Holdout holdout = playbook.settings().holdout();
        return holdout != null
                && holdout.share() > 0
                && !action.service()
                && (holdout.except() == null || !holdout.except().contains(action.index()));
    }

    private boolean tested(Action action) {
        return playbook.tables().experiments().stream().anyMatch(experiment -> {
            Target target = experiment.target();
            return target != null
                    && target.names(action.index())
                    && experiment.variants().stream()
                            .anyMatch(one -> one.name().equals(Experiment.CONTROL) && one.share() > 0);
        });
    }

    Part part() {
        Share share = new Share();
        Offenders offenders = new Offenders();
        for (String action : offered) {
            boolean controlled = controlled(action);
            share.add(controlled ? 1 : 0, 1);
            offenders.add(action, "nobody goes without it", controlled ? 0 : 1, 1);
        }
        return new Part("actions with a control", share.figure(), Map.of(), offenders.worst(), List.of());
    }
}
