package org.filorosso.api.subject;

import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import, understood.
 *
 * @param line of the body, from 1
 * @param change null where the row cannot be taken
 * @param faults why not
 */
record ImportedRow(long line, @Nullable ProfileChange change, List<Fault> faults) {

    static ImportedRow refused(long line, FlawException flaws) {
        return new ImportedRow(
                line,
                null,
                flaws.flaws().stream()
                        .map(flaw -> new Fault(
                                flaw.column() == null ? "" : Faults.pointer("", flaw.column()),
                                flaw.message(),
                                flaw.value(),
                                flaw.hint()))
                        .toList());
    }

    /** Rows one after another, whatever the format. Not thread-safe. */
    interface Source {

        /**
         * The next row, or null at the end.
         *
         * @throws FlawException if the body cannot be read on
         */
        @Nullable
        ImportedRow next() throws FlawException;
    }
}
