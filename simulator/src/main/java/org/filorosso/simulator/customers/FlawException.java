package org.filorosso.simulator.customers;

import java.util.List;
import java.util.stream.Collectors;

/** A row, or a whole file, cannot be taken; carries everything that is wrong with it. */
public final class FlawException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** @param flaws at least one */
    public FlawException(List<Flaw> flaws) {
        // no stack: bad rows are data, and there may be millions of them
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")), null, false, false);
        this.flaws = List.copyOf(flaws);
    }

    public FlawException(Flaw flaw) {
        this(List.of(flaw));
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
