package org.filorosso.engine.playbook.io;

import java.util.List;
import java.util.Optional;

/**
 * The reserved columns of a table.
 *
 * @param conditional whether every other column is a condition over the customer; if not, other columns are errors
 * @param columns reserved columns in the order in which they are written, with {@code note}, {@code owner},
 *     {@code review by} and, in conditional tables, {@code when}
 */
public record TableSchema(boolean conditional, List<Column> columns) {
    /** A schema with its own copy of the columns. */
    public TableSchema {
        columns = List.copyOf(columns);
    }

    /** The reserved column of this name, which is matched trimmed and in any case. */
    public Optional<Column> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** The names of the reserved columns, in order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
