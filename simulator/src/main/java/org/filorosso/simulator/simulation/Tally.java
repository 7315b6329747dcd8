package org.filorosso.simulator.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.simulator.log.CsvText;
import org.filorosso.simulator.review.change.Funnel;

/** Counts over all encounters of an arm: what each stage left, and what became of each action where. By one thread. */
final class Tally {
    private static final int PRESENTED = 0;
    private static final int ACCEPTED = 1;
    private static final int VALUE = 2;

    private final Funnel funnel = new Funnel();
    private final Map<Place, double[]> actions = new TreeMap<>();
    private final Sensitivity sensitivity = new Sensitivity();

    /** An action on a channel in a stage. */
    private record Place(String action, String channel, String stage) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byAction = action.compareTo(other.action);
            int byChannel = byAction != 0 ? byAction : channel.compareTo(other.channel);
            return byChannel != 0 ? byChannel : stage.compareTo(other.stage);
        }
    }

    void add(Encounter met, Iterable<Interaction> rows) {
        Decision decision = met.decision();
        funnel.add(decision.stages(), decision.noActionReason());
        if (!decision.candidates().isEmpty()) {
            sensitivity.add(decision);
        }
        for (Interaction row : rows) {
            boolean first = row.outcome() == Outcome.PRESENTED || row.outcome() == Outcome.SENT;
            if (first || row.outcome() == Outcome.ACCEPTED) {
                double[] sums = actions.computeIfAbsent(
                        new Place(row.action(), row.channel(), decision.stage()), unseen -> new double[VALUE + 1]);
                sums[first ? PRESENTED : ACCEPTED]++;
                var value = row.details().value();
                sums[VALUE] += first || value == null ? 0 : value.doubleValue();
            }
        }
    }

    Sensitivity sensitivity() {
        return sensitivity;
    }

    /** {@code arm, stage, in, out}, and how many answers each stage emptied. */
    String funnel(String arm) {
        CsvText csv = new CsvText();
        funnel.stages()
                .forEach(stage -> csv.text(arm)
                        .text(stage.stage())
                        .number(stage.in())
                        .number(stage.out())
                        .number(stage.emptied())
                        .end());
        return csv.toString();
    }

    /** {@code arm, action, channel, stage, presented, accepted, value}. */
    String actions(String arm) {
        CsvText csv = new CsvText();
        actions.forEach((place, sums) -> csv.text(arm)
                .text(place.action())
                .text(place.channel())
                .text(place.stage())
                .number(Figures.of(sums[PRESENTED]))
                .number(Figures.of(sums[ACCEPTED]))
                .number(Figures.of(sums[VALUE]))
                .end());
        return csv.toString();
    }
}
