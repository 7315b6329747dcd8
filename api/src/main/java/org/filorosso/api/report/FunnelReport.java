package org.filorosso.api.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many candidates each stage was given and left, and what became of what was left.
 *
 * @param groups one for all, or one for each value of {@code by}, in its order
 */
record FunnelReport(About about, List<Group> groups) implements Report {

    /**
     * One group.
     *
     * @param key null for all
     * @param decisions in the period
     * @param answered those with a result
     * @param offered results, over all placements
     * @param stages those that were recorded, in the order of deciding
     */
    record Group(@Nullable String key, long decisions, long answered, long offered, List<Stage> stages) {}

    /**
     * A stage.
     *
     * @param emptied decisions that it left without any action
     */
    record Stage(String stage, long in, long out, long dropped, long emptied) {}

    @Override
    public List<String> columns() {
        return List.of("key", "decisions", "answered", "offered", "stage", "in", "out", "dropped", "emptied");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Group group : groups) {
            for (Stage stage : group.stages()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(group.key());
                row.addAll(List.of(group.decisions(), group.answered(), group.offered(), stage.stage()));
                row.addAll(List.of(stage.in(), stage.out(), stage.dropped(), stage.emptied()));
                rows.add(row);
            }
        }
        return rows;
    }
}
