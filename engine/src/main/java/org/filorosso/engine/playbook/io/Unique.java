package org.filorosso.engine.playbook.io;

import java.util.HashMap;
import java.util.Map;

/** Sees to it that a column names every row of a table once. */
final class Unique {
    private final String column;
    private final Map<String, Integer> lines = new HashMap<>();

    Unique(String column) {
        this.column = column;
    }

    /** Requires the cell, and reports a name that stood before. */
    void check(Entry line) {
        line.need(column);
        if (line.has(column)) {
            check(line, line.text(column));
        }
    }

    /** Reports a name that stood before. */
    void check(Entry line, String name) {
        Integer before = lines.putIfAbsent(name, line.number());
        if (before != null) {
            line.error(
                    Code.DUPLICATE_NAME,
                    column,
                    "\"" + Characters.visible(name, 80) + "\" stands in line " + before + " already",
                    "Maybe give one of the two another name.");
        }
    }
}
