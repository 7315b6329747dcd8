package org.filorosso.simulator.review.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.review.diff.PlaybookDiff;
import org.filorosso.simulator.review.diff.PlaybookDiff.Kind;
import org.filorosso.simulator.review.diff.PlaybookDiff.RowChange;
import org.filorosso.simulator.review.diff.PlaybookDiff.ValueChange;

/** Which statements differ from those of another playbook, and how. */
final class Marks {

    /** Nothing to compare with. */
    static final Marks NONE = new Marks(new PlaybookDiff(List.of(), List.of(), List.of()), Map.of());

    private final PlaybookDiff diff;
    private final Map<String, List<RowChange>> byRow = new HashMap<>();
    private final Map<String, Chapter> before;

    private Marks(PlaybookDiff diff, Map<String, Chapter> before) {
        this.diff = diff;
        this.before = before;
        for (PlaybookDiff.TableDiff table : diff.tables()) {
            table.rows()
                    .forEach(row -> byRow.computeIfAbsent(key(table.table(), row.id()), unseen -> new ArrayList<>())
                            .add(row));
        }
    }

    /**
     * @param diff what turns the other playbook into the printed one
     * @param other the other playbook, whose removed rows are printed too
     */
    static Marks of(PlaybookDiff diff, Playbook other, Playbook printed, Words words) {
        Map<String, Chapter> before = new HashMap<>();
        Chapter.of(other, words).forEach(chapter -> before.put(chapter.table(), chapter));
        Marks marks = new Marks(diff, before);
        marks.gather(other);
        marks.gather(printed);
        return marks;
    }

    private static String key(String table, String id) {
        return table + "\n" + id;
    }

    /** The rows of an event, and those of an experiment, are one statement. */
    private void gather(Playbook playbook) {
        playbook.tables()
                .events()
                .forEach(event -> event.fields()
                        .keySet()
                        .forEach(field -> lead("events", event.name(), event.name() + " " + field)));
        playbook.tables()
                .experiments()
                .forEach(experiment -> experiment.variants().stream()
                        .skip(1)
                        .forEach(variant -> lead("experiments", experiment.row().id(), variant.id())));
    }

    private void lead(String table, String statement, String row) {
        List<RowChange> moved = byRow.remove(key(table, row));
        if (moved != null && moved.stream().anyMatch(change -> change.kind() != Kind.MOVED)) {
            byRow.computeIfAbsent(key(table, statement), unseen -> new ArrayList<>())
                    .addAll(moved);
        }
    }

    /** How a statement of the printed playbook differs, or empty. */
    List<RowChange> of(String table, String id) {
        return byRow.getOrDefault(key(table, id), List.of());
    }

    List<ValueChange> settings() {
        return diff.settings();
    }

    /** The statements that are gone. */
    List<Statement> removed(String table) {
        Chapter chapter = before.get(table);
        return chapter == null || table.equals(Chapter.SETTINGS)
                ? List.of()
                : chapter.statements().stream()
                        .filter(one -> !of(table, one.id()).isEmpty()
                                && of(table, one.id()).stream().allMatch(change -> change.kind() == Kind.REMOVED))
                        .toList();
    }

    boolean nothing() {
        return diff.isEmpty();
    }
}
