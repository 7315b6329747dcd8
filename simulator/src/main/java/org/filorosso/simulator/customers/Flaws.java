package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows that were skipped: all are counted, the flaws of the first {@value #SHOWN} are kept. Not thread-safe. */
public final class Flaws {

    /** How many flaws are named. */
    public static final int SHOWN = 100;

    private final List<Flaw> shown = new ArrayList<>();
    private long rows;

    /** Counts one skipped row. */
    public void skip(FlawException row) {
        rows++;
        row.flaws().stream().limit(SHOWN - shown.size()).forEach(shown::add);
    }

    /** The end of a reading that left nothing to go on with: what was wrong with the rows, and with the whole. */
    public FlawException end(Flaw whole) {
        List<Flaw> all = new ArrayList<>(shown);
        all.add(whole);
        return new FlawException(all);
    }

    /** Rows skipped. */
    public long rows() {
        return rows;
    }

    /** The first flaws, in the order of the files. */
    public List<Flaw> shown() {
        return List.copyOf(shown);
    }
}
