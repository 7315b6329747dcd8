package org.filorosso.api.response;

import java.util.List;
import org.filorosso.api.problem.Fault;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/** Rows of a streamed body, one after another, whatever its format. Not thread-safe. */
interface ImportSource<T> {

    /**
     * A row.
     *
     * @param line of the body, from 1
     * @param given null where it cannot be read
     * @param faults why not
     */
    record Row<T>(long line, @Nullable T given, List<Fault> faults) {

        /** A row, or a body, that cannot be read. */
        static <T> Row<T> refused(long line, FlawException flaws) {
            return new Row<>(line, null, faults(flaws));
        }

        static List<Fault> faults(FlawException flaws) {
            return flaws.flaws().stream()
                    .map(flaw -> new Fault(
                            flaw.column() == null ? "" : "/" + Faults.escaped(flaw.column()),
                            flaw.message(),
                            flaw.value(),
                            flaw.hint()))
                    .toList();
        }
    }

    /**
     * The next row, or null at the end.
     *
     * @throws FlawException if the body cannot be read on
     */
    @Nullable
    Row<T> next() throws FlawException;
}
