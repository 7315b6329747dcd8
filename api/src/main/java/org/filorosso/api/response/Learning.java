package org.filorosso.api.response;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.filorosso.api.response.InteractionStore.Past;
import org.filorosso.api.response.LearntStore.Cell;
import org.filorosso.api.response.LearntStore.Count;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.learn.Lessons;

/**
 * What new rows of a subject change in what was learnt: the lessons of all rows on the action with the new ones, less those
 * without. So each counts once per interaction and action, an undone acceptance not at all, whatever order they came in.
 * What was taken without having been proposed teaches nothing of proposals.
 */
final class Learning {
    private final SortedMap<Cell, Count> changes = new TreeMap<>();

    /** @param zone in which the days of these rows are counted */
    void learn(List<Past> before, List<Past> after, ZoneId zone) {
        count(before, zone, -1);
        count(after, zone, 1);
    }

    private void count(List<Past> rows, ZoneId zone, int sign) {
        Map<Interaction, String> stages = new IdentityHashMap<>();
        List<Interaction> offered = rows.stream()
                .filter(Past::offered)
                .map(Past::row)
                .sorted(Comparator.comparing(Interaction::at))
                .toList();
        rows.forEach(row -> stages.put(row.row(), row.stage()));
        for (Lessons.Lesson lesson : Lessons.of(offered, Instant.MAX)) {
            Interaction row = lesson.row();
            LocalDate day = row.at().atZone(zone).toLocalDate();
            Count count = lesson.accepted() ? new Count(0, sign) : new Count(sign, 0);
            String stage = stages.getOrDefault(row, "");
            DailyCounts.levels(row.action(), row.channel(), stage)
                    .forEach(key -> changes.merge(new Cell(key, day), count, Count::plus));
        }
    }

    /** The difference, by what is counted; zeros may be among them. */
    SortedMap<Cell, Count> changes() {
        return changes;
    }
}
