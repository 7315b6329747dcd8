package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.playbook.Arbitration;
import org.filorosso.engine.playbook.Coherence;
import org.filorosso.engine.playbook.ContactPolicy;
import org.filorosso.engine.playbook.Dates;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Journey;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.PropensityRow;
import org.filorosso.engine.playbook.Row;
import org.filorosso.engine.playbook.SegmentRow;

/** Warns of rows that say the same twice, and of engagement rows that contradict each other. */
final class SameRowsCheck {
    private static final Set<String> SAY_NOTHING =
            Set.of("id", "reason", "when", "note", "owner", "review by", "from", "until");

    private final Playbook.Tables rows;
    private final Tables tables;

    SameRowsCheck(Playbook playbook, Tables tables) {
        this.rows = playbook.tables();
        this.tables = tables;
    }

    void check() {
        Map<List<Object>, Row> seen = new HashMap<>();
        Stream.of(
                        rows.segments().stream().map(SegmentRow::row),
                        rows.engagement().stream().map(Engagement::row),
                        rows.contactPolicy().stream().map(ContactPolicy::row),
                        rows.arbitration().stream().map(Arbitration::row),
                        rows.propensity().stream().map(PropensityRow::row),
                        rows.coherence().stream().map(Coherence::row),
                        rows.journeys().stream().map(Journey::row))
                .flatMap(all -> all)
                .filter(row -> !line(row).failed())
                .forEach(row -> checkSame(row, seen));
        checkContradictions();
    }

    private Entry line(Row row) {
        return tables.at(row.table(), row.line());
    }

    private void checkSame(Row row, Map<List<Object>, Row> seen) {
        Row before = seen.putIfAbsent(saying(row), row);
        if (before != null) {
            line(row)
                    .warn(Code.DUPLICATE_ROW, "line " + before.line() + " says the same", "Maybe drop one of the two.");
        }
    }

    private List<Object> saying(Row row) {
        List<Object> saying = new ArrayList<>(List.of(row.table(), row.key(), row.dates()));
        for (String column : line(row).grid().table().schema().names()) {
            if (!SAY_NOTHING.contains(column)) {
                saying.add(synonym(line(row).text(column)));
            }
        }
        return saying;
    }

    private static String synonym(String text) {
        return text.equals("allow") ? "only" : text.equals("deny") ? "never" : text;
    }

    private void checkContradictions() {
        Map<List<Object>, List<Engagement>> byConditions = new HashMap<>();
        List<Engagement> sound = rows.engagement().stream()
                .filter(one -> !line(one.row()).failed())
                .toList();
        for (Engagement one : sound) {
            Row.Conditions key =
                    new Row.Conditions(one.row().key().tests(), one.row().when(), false);
            List<Engagement> same =
                    byConditions.computeIfAbsent(List.of(one.target().path(), key), any -> new ArrayList<>());
            same.stream()
                    .filter(earlier -> contradicts(earlier, one))
                    .findFirst()
                    .ifPresent(earlier -> line(one.row())
                            .warn(
                                    Code.CONTRADICTION,
                                    "line " + earlier.row().line() + " says the opposite of the same customers: "
                                            + (earlier.only() ? "only they" : "never they") + ", so nobody is left",
                                    "Maybe one of the two has the wrong effect."));
            same.add(one);
        }
    }

    private boolean contradicts(Engagement earlier, Engagement row) {
        return earlier.only() != row.only()
                && overlap(earlier.row().dates(), row.row().dates());
    }

    private static boolean overlap(Dates one, Dates other) {
        boolean before =
                one.until() != null && other.from() != null && !one.until().isAfter(other.from());
        boolean after =
                other.until() != null && one.from() != null && !other.until().isAfter(one.from());
        return !before && !after;
    }
}
