package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.decide.Decision.Factors;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.playbook.Action;
import org.filorosso.engine.playbook.ActionSet;
import org.jspecify.annotations.Nullable;

/** Keeps the account of a decision: how many each stage was given and left, always, and, if asked, why each one went. */
final class Account {

    private final Deciding deciding;
    private final boolean explains;
    private final List<StageCount> stages = new ArrayList<>();
    private final @Nullable Candidate[] dropped;
    private @Nullable ActionSet before;
    private int given;
    private int fallbacksGiven;
    private boolean lastResort;
    private @Nullable StageCode emptied;

    Account(Deciding deciding) {
        this.deciding = deciding;
        this.explains = Engine.explains(deciding);
        this.dropped = new Candidate[explains ? deciding.playbook().catalogue().size() : 0];
    }

    void before() {
        if (explains) {
            before = deciding.candidates.copy();
        }
        given = deciding.candidates.size();
    }

    void after(Stage stage) {
        int left = deciding.candidates.size();
        if (!lastResort) {
            stages.add(new StageCount(stage.code(), given, left));
            if (left == 0 && emptied == null) {
                emptied = stage.code();
            }
        }
        ActionSet gone = before;
        if (gone != null && left < given) {
            gone.removeAll(deciding.candidates);
            gone.forEach(action -> dropped[action] = dropped(stage.code(), action, stage.why(deciding, action)));
        }
    }

    /** The stage that left nobody, or null. */
    @Nullable
    StageCode emptied() {
        return emptied;
    }

    /** Fallback actions were not needed. */
    void spareFallbacks() {
        if (explains) {
            Why spared = Why.of("fallback", "Kept for when nothing else is left");
            deciding.blueprint.fallbacks.forEach(
                    action -> dropped[action] = dropped(StageCode.FALLBACK, action, spared));
        }
    }

    void lastResort() {
        lastResort = true;
        fallbacksGiven = deciding.candidates.size();
    }

    void lastResortDone() {
        stages.add(new StageCount(StageCode.FALLBACK, fallbacksGiven, deciding.candidates.size()));
    }

    private Candidate dropped(StageCode stage, int index, Why why) {
        Action action = deciding.action(index);
        Factors factors = factors(index);
        Double priority = factors == null ? null : factors.priority();
        return new Candidate(
                action.name(), action.issue(), action.group(), false, stage, 0, priority, factors, why, List.of());
    }

    private @Nullable Factors factors(int action) {
        for (Ranked ranked : deciding.ranking) {
            if (ranked.action() == action) {
                return ranked.factors();
            }
        }
        return null;
    }

    List<StageCount> stages() {
        return List.copyOf(stages);
    }

    /** Why {@code action} went, or null when it is offered or nobody asked. */
    @Nullable
    Candidate dropped(int action) {
        return explains ? dropped[action] : null;
    }

    boolean explains() {
        return explains;
    }
}
