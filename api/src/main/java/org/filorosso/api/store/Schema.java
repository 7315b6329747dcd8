package org.filorosso.api.store;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Whether the database is there with the schema of this version. Where it is away at the start, it is tried again until
 * it comes: the service serves meanwhile, degraded.
 */
public final class Schema implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOCK = TimeUnit.SECONDS.toNanos(30);

    private final Database database;
    private final DatabaseClock clock;
    private volatile boolean ready;
    private volatile boolean closed;

    /** Migrates at once where that is possible, else in the background. */
    public Schema(Database database, DatabaseClock clock) {
        this.database = database;
        this.clock = clock;
        attempt();
        Thread thread = new Thread(this::watch, "schema");
        thread.setDaemon(true);
        thread.start();
    }

    /** False until the database was reached once and its schema is up to date. */
    public boolean ready() {
        return ready;
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(ready ? CLOCK : PAUSE);
            if (ready) {
                lookAgain();
            } else if (!closed) {
                attempt();
            }
        }
    }

    /** Machines' clocks drift by seconds a day. */
    private void lookAgain() {
        try {
            clock.look();
        } catch (RuntimeException e) {
            LOG.debug("The database's clock cannot be read just now: the time runs on", e);
        }
    }

    private void attempt() {
        try {
            Migrations.run(database);
            clock.look();
            ready = true;
        } catch (RuntimeException e) {
            if (!(NestedExceptionUtils.getRootCause(e) instanceof IOException)
                    && !(NestedExceptionUtils.getRootCause(e) instanceof SQLTransientConnectionException)) {
                // a script that fails or was changed does not heal by waiting
                throw e;
            }
            LOG.warn("The database cannot be reached yet: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
