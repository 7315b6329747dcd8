package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Target;

/** C and L: one plus the sum of what weighs, never below nothing. */
final class Weights {

    private Weights() {}

    /**
     * C = 1 + the matching context rows + the boosts of journeys.
     *
     * @param boosts false where the arm leaves them out
     * @return NaN when a weight is missing
     */
    static double context(Deciding deciding, int action, boolean boosts) {
        double sum = sum(deciding, action, false);
        if (boosts && !deciding.continuity.none()) {
            for (Continuity.Thread thread : deciding.continuity.of(action, Journey.Effect.BOOST)) {
                sum += thread.boost();
            }
        }
        return onePlus(sum);
    }

    /** L = 1 + the action's own lever + the matching lever rows; NaN when a weight is missing. */
    static double lever(Deciding deciding, int action) {
        return onePlus(deciding.action(action).lever() + sum(deciding, action, true));
    }

    /** A sum below -100% counts as -100%. */
    private static double onePlus(double sum) {
        return sum < -1 ? 0 : 1 + sum;
    }

    private static double sum(Deciding deciding, int action, boolean lever) {
        double sum = 0;
        for (Target.Level level : Target.Level.FROM_TOP) {
            for (Arbitration row : deciding.blueprint.arbitration.at(level, action)) {
                if (row.lever() == lever && deciding.matches(row.row())) {
                    sum += row.weight().value(deciding.fact) instanceof BigDecimal weight
                            ? weight.doubleValue()
                            : Double.NaN;
                }
            }
        }
        return sum;
    }

    /** The matching rows that weigh on an action, the most specific first. */
    static List<Arbitration> matching(Deciding deciding, int action) {
        List<Arbitration> rows = new ArrayList<>(4);
        deciding.blueprint.arbitration.forEach(action, row -> {
            if (deciding.matches(row.row())) {
                rows.add(row);
            }
        });
        return rows;
    }
}
