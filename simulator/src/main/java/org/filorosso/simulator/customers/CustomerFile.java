package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Playbook;
import org.jspecify.annotations.Nullable;

/**
 * A file with one customer a row, read row by row: memory does not grow with the file. Not thread-safe, but the rows it
 * gives may be understood by other threads.
 */
public abstract class CustomerFile implements AutoCloseable {

    /** As the id column: the rows have no id, and are numbered. */
    static final String ROW_NUMBERS = "#row";

    private static final String ROW = "row";

    /**
     * How to take a file.
     *
     * @param id name of the column that holds the customer's id, {@code row} to number the rows, or null: {@code id} or
     *     what the playbook's {@code import: {id: ...}} says, which may be {@code row} as well
     * @param ignoreUnknown whether columns that nobody knows are passed over
     */
    public record Options(@Nullable String id, boolean ignoreUnknown) {
        public static final Options DEFAULT = new Options(null, false);

        String idColumn(Playbook playbook) {
            String named = id == null ? playbook.settings().importId() : id;
            return named.toLowerCase(Locale.ROOT).equals(ROW) ? ROW_NUMBERS : named;
        }

        boolean numbersRows(Playbook playbook) {
            return idColumn(playbook).equals(ROW_NUMBERS);
        }
    }

    /** One row, not yet understood. */
    public interface Row {

        /** Line of the file, from 1. */
        long line();

        /**
         * The customer, without past and lists. May be called by any thread.
         *
         * @throws FlawException if anything in the row is wrong
         */
        Subject subject() throws FlawException;

        /** The id as it stands in the row, empty when it cannot be found; nothing is checked. */
        String id();

        /** As it stands in the file, to be understood elsewhere. */
        Raw raw();
    }

    /**
     * A row as it stands in a file.
     *
     * @param place number of the row, from 1, without empty ones
     * @param cells the line alone where a row has no cells
     */
    public record Raw(long line, long place, List<String> cells) {}

    /**
     * Opens a customer file by the format that its name ends with.
     *
     * @throws FlawException if it cannot be read, or its header is wrong
     */
    public static CustomerFile open(Playbook playbook, Options options, DataFile file) throws FlawException {
        return switch (file.format()) {
            case CSV -> CsvCustomers.of(playbook, options, file);
            case NDJSON -> new JsonCustomers(playbook, options, file);
            case PARQUET ->
                throw new FlawException(Flaw.of(
                        file.path().toString(),
                        "Parquet is not read by this build",
                        "Maybe convert it to CSV or NDJSON first."));
        };
    }

    /**
     * The next row, or null at the end.
     *
     * @throws FlawException if the file cannot be read on
     */
    abstract @Nullable Row next() throws FlawException;

    /** A row of a file with the same {@link #head}, to be understood here; also when this one is closed. */
    public abstract Row row(Raw raw);

    /** The text of a file that has the same columns and no rows. */
    public abstract String head();

    /**
     * What every row speaks of, by a CSV's header: names of attributes and of the subject's own columns. Blank there means
     * missing. Empty for NDJSON, where each line says what it speaks of.
     */
    public Set<String> columns() {
        return Set.of();
    }

    /** Up to {@code most} further rows; none at the end. */
    public List<Row> next(int most) throws FlawException {
        List<Row> rows = new ArrayList<>(most);
        while (rows.size() < most) {
            Row row = next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    @Override
    public abstract void close() throws FlawException;
}
