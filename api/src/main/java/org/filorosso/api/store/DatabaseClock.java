package org.filorosso.api.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * The database's time, so that nodes with different clocks agree on days, windows and caps. Between two looks at the
 * database it runs on the machine's monotonic clock, which a change of the wall clock does not move.
 */
public final class DatabaseClock implements InstantSource {
    private final Database database;
    private volatile Reading reading = new Reading(Instant.now(), System.nanoTime());

    private record Reading(Instant at, long nanos) {}

    public DatabaseClock(Database database) {
        this.database = database;
    }

    /**
     * Looks at the database's clock.
     *
     * @throws org.springframework.dao.DataAccessException if it cannot be reached; the clock runs on as it did
     */
    public void look() {
        OffsetDateTime now = database.sql()
                .sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single();
        reading = new Reading(now.toInstant(), System.nanoTime());
    }

    /** Never fails: without a database it is the time of the last look and what has passed since. */
    @Override
    public Instant instant() {
        Reading last = reading;
        return last.at().plus(Duration.ofNanos(System.nanoTime() - last.nanos()));
    }
}
