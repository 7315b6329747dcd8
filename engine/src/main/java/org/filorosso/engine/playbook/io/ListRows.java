package org.filorosso.engine.playbook.io;

import java.util.List;
import java.util.Objects;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.NamedList;

/** Reads lists.csv. */
final class ListRows {
    private ListRows() {}

    static List<NamedList> read(List<Entry> lines, Scope scope) {
        Unique names = new Unique("list");
        return lines.stream()
                .map(line -> {
                    names.check(line);
                    return new NamedList(
                            line.text("list"),
                            level(line),
                            scope.cells().dates(line).until(),
                            scope.texts().read(line, "reason"));
                })
                .toList();
    }

    /** The level of a row; empty is the subject. */
    static AssignmentLevel level(Entry line) {
        return Objects.requireNonNullElse(
                line.choice("level", Words.of(AssignmentLevel.class), AssignmentLevel.SUBJECT),
                AssignmentLevel.SUBJECT);
    }
}
