package org.filorosso.engine.decide;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.decide.Candidate.Why;
import org.filorosso.engine.playbook.ActionSet;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.Target;
import org.filorosso.engine.playbook.Treatment;
import org.jspecify.annotations.Nullable;

/** The best into the places asked for: no action twice, nothing beside what it must never stand beside. */
final class PlacementStage implements Stage {

    @Override
    public StageCode code() {
        return StageCode.PLACEMENT;
    }

    @Override
    public void refuse(Deciding deciding) {
        double[] choices = ChoicePropensity.of(deciding, deciding.ranking);
        Filling filling = new Filling(deciding);
        for (int i = 0; i < deciding.ranking.size(); i++) {
            filling.place(deciding.ranking.get(i), choices[i]);
        }
        deciding.placed = filling.placed;
        ActionSet left = ActionSet.none(deciding.playbook().catalogue().size());
        deciding.placed.forEach(placed -> left.add(placed.action()));
        deciding.candidates.retainAll(left);
    }

    @Override
    public Why why(Deciding deciding, int action) {
        Coherence row = conflict(deciding, action, placedBefore(deciding, action));
        return row != null ? deciding.why(row.row()) : Why.of("placement", "Others came first");
    }

    /** Those that got their places before {@code action} asked. */
    private static List<Placed> placedBefore(Deciding deciding, int action) {
        List<Placed> before = new ArrayList<>();
        for (Ranked ranked : deciding.ranking) {
            if (ranked.action() == action) {
                return before;
            }
            deciding.placed.stream()
                    .filter(placed -> placed.action() == ranked.action())
                    .forEach(before::add);
        }
        return before;
    }

    /** The row that keeps an action from standing beside those already placed, or null. */
    private static @Nullable Coherence conflict(Deciding deciding, int action, List<Placed> placed) {
        for (Coherence row : deciding.playbook().tables().coherence()) {
            Target other = row.other();
            if (row.kind() == Coherence.Kind.NEVER_TOGETHER && other != null && deciding.matches(row.row())) {
                for (Placed one : placed) {
                    if (apart(row.target(), other, action, one.action())) {
                        return row;
                    }
                }
            }
        }
        return null;
    }

    private static boolean apart(Target target, Target other, int action, int placed) {
        return (target.names(action) && other.names(placed)) || (other.names(action) && target.names(placed));
    }

    /** Fills the placements of one answer. */
    private static final class Filling {
        private final Deciding deciding;
        private final List<Channel.Placement> placements;
        private final TreatmentIndex.Languages languages;
        private final int[] taken;
        private final List<Placed> placed = new ArrayList<>();

        Filling(Deciding deciding) {
            this.deciding = deciding;
            this.placements = deciding.placements();
            this.languages = deciding.languages();
            this.taken = new int[placements.size()];
        }

        void place(Ranked ranked, double choice) {
            int open = firstOpen();
            if (open == placements.size() || conflict(deciding, ranked.action(), placed) != null) {
                return;
            }
            List<Treatment> treatments = deciding.blueprint.treatments.of(ranked.action(), deciding.channel.index());
            for (int i = open; i < placements.size(); i++) {
                Treatment treatment = taken[i] == placements.get(i).items() ? null : choose(treatments, i);
                if (treatment != null) {
                    placed.add(new Placed(ranked, i, ++taken[i], treatment, choice));
                    return;
                }
            }
        }

        private int firstOpen() {
            int i = 0;
            while (i < taken.length && taken[i] == placements.get(i).items()) {
                i++;
            }
            return i;
        }

        private @Nullable Treatment choose(List<Treatment> treatments, int placement) {
            return deciding.blueprint.treatments.choose(
                    treatments, placements.get(placement).name(), languages, deciding.matched);
        }
    }
}
