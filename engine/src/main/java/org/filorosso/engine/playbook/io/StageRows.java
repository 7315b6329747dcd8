package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.List;
import org.filorosso.engine.playbook.LifecycleRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;

/** Reads lifecycle.csv and segments.csv. */
final class StageRows {
    private StageRows() {}

    static List<LifecycleRow> lifecycle(List<Entry> lines, Rows rows) {
        List<LifecycleRow> stages = new ArrayList<>();
        for (Entry line : lines) {
            stages.add(new LifecycleRow(rows.read(line), line.need("stage")));
        }
        if (lines.isEmpty()) {
            return List.of(new LifecycleRow(rows.everybody(Table.LIFECYCLE), LifecycleRow.ANY));
        }
        checkCatchAll(lines.get(lines.size() - 1), stages.get(stages.size() - 1).row());
        return stages;
    }

    private static void checkCatchAll(Entry last, Row row) {
        if (!last.failed() && !row.unconditional()) {
            last.error(
                    Code.NO_CATCH_ALL,
                    "the last row of the lifecycle does not match everybody, so some customers would have no stage",
                    "Maybe add a last row with a stage and no conditions.");
        }
    }

    static List<SegmentRow> segments(List<Entry> lines, Rows rows) {
        return lines.stream()
                .map(line -> new SegmentRow(rows.read(line), line.need("segment")))
                .toList();
    }
}
