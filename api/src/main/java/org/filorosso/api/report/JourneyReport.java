package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far customers come in each journey.
 *
 * @param steps in the order of journeys.csv, by journey and step
 */
record JourneyReport(About about, List<Step> steps) implements Report {

    /**
     * One row of journeys.csv.
     *
     * @param conditional true: the row has conditions, which a log does not tell, so more entered here than were meant
     * @param entered how often the step began
     * @param takenUp how often its target was shown within its window
     * @param completed how often its target was accepted within its window
     * @param open steps not taken up whose windows are still open
     * @param medianHours from the beginning until it was taken up, or null
     */
    record Step(
            String journey,
            int step,
            String rule,
            String effect,
            String target,
            boolean conditional,
            long entered,
            long takenUp,
            long completed,
            long open,
            @Nullable Double medianHours) {}

    @Override
    public List<String> columns() {
        return List.of(
                "journey",
                "step",
                "rule",
                "effect",
                "target",
                "conditional",
                "entered",
                "takenUp",
                "completed",
                "open",
                "medianHours");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Step step : steps) {
            List<@Nullable Object> row = new ArrayList<>();
            row.addAll(List.of(step.journey(), step.step(), step.rule(), step.effect(), step.target()));
            row.addAll(List.of(step.conditional(), step.entered(), step.takenUp(), step.completed(), step.open()));
            row.add(step.medianHours());
            rows.add(row);
        }
        return rows;
    }
}
