package org.filorosso.api.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The database's time, so that nodes with different clocks agree on days, windows and caps. Between two looks at the
 * database it runs on the machine's monotonic clock, which a change of the wall clock does not move.
 */
public final class DatabaseClock implements InstantSource {
    private static final int LOOKS = 5;

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
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            long before = System.nanoTime();
            OffsetDateTime now = database.sql()
                    .sql("select current_timestamp")
                    .query(OffsetDateTime.class)
                    .single();
            long took = System.nanoTime() - before;
            // the first look opens a connection: the quickest one is the least wrong
            if (took < quickest) {
                quickest = took;
                reading = new Reading(now.toInstant(), before + took / 2);
            }
        }
    }

    /**
     * In microseconds, as the database keeps times. Never fails: without a database it is the time of the last look and
     * what has passed since.
     */
    @Override
    public Instant instant() {
        Reading last = reading;
        return last.at()
                .plus(Duration.ofNanos(System.nanoTime() - last.nanos()))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
