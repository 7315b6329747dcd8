package org.filorosso.simulator.customers;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a CSV of list members, one at a time. A header {@code id} or {@code household} may head them; further columns
 * are not looked at, nor blank cells and comments.
 */
public final class ListedIds implements AutoCloseable {
    private static final Set<String> HEADERS = Set.of("id", "household", "subject", "subjectId");

    private final CsvRows rows;
    private @Nullable Listed first;

    private ListedIds(CsvRows rows, @Nullable Listed first) {
        this.rows = rows;
        this.first = first;
    }

    /** An id and its line, from 1. */
    public record Listed(long line, String id) {}

    /**
     * Opens a file that is not empty.
     *
     * @param header what else may head the ids
     * @throws FlawException if it cannot be read
     */
    public static ListedIds open(DataFile file, String header) throws FlawException {
        CsvRows rows = CsvRows.open(file);
        String first = rows.header().get(0);
        boolean headed = HEADERS.contains(first) || first.equals(header) || ignored(first);
        return new ListedIds(rows, headed ? null : new Listed(1, first));
    }

    private static boolean ignored(String id) {
        return id.isEmpty() || id.startsWith("#");
    }

    /**
     * The next id, or null at the end.
     *
     * @throws FlawException if the file cannot be read on
     */
    public @Nullable Listed next() throws FlawException {
        Listed next = first;
        first = null;
        while (next == null) {
            CsvRows.Row row = rows.next();
            if (row == null) {
                return null;
            }
            String id = row.cell(0).strip();
            next = ignored(id) ? null : new Listed(row.line(), id);
        }
        return next;
    }

    @Override
    public void close() throws FlawException {
        rows.close();
    }
}
