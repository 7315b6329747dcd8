package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one row while it is read, so that all of it is told at once. */
final class RowFlaws {
    private final String file;
    private final long line;
    private final List<Flaw> found = new ArrayList<>();

    RowFlaws(String file, long line) {
        this.file = file;
        this.line = line;
    }

    void add(@Nullable String column, @Nullable String value, String message, @Nullable String hint) {
        found.add(new Flaw(file, line, column, value, message, hint));
    }

    void add(String column, String value, ValueException fault) {
        add(column, value, fault.reason(), fault.hint());
    }

    /** @throws FlawException if anything was wrong */
    void throwIfAny() throws FlawException {
        if (!found.isEmpty()) {
            throw new FlawException(found);
        }
    }
}
