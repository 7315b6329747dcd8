package org.filorosso.api.response;

import java.util.Collection;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Dialect;

/**
 * One transaction at a time writes what a subject said, on any number of nodes: what it means depends on what was there
 * before. On H2, which has one process and one writing thread, nothing is needed.
 */
final class SubjectLocks {
    private static final int SLOTS = 4096;

    private final Database database;

    SubjectLocks(Database database) {
        this.database = database;
    }

    /** Waits for the subjects, in one order for all, and holds them until the end of the running transaction. */
    void hold(Collection<String> subjects) {
        if (database.dialect() == Dialect.POSTGRESQL) {
            Long[] slots = subjects.stream()
                    .map(subject -> (long) Math.floorMod(subject.hashCode(), SLOTS))
                    .distinct()
                    .sorted()
                    .toArray(Long[]::new);
            database.sql()
                    .sql("select count(pg_advisory_xact_lock(slot)) from unnest(?) as slot")
                    .params(new Object[] {slots})
                    .query(Long.class)
                    .single();
        }
    }
}
