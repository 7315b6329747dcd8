package org.filorosso.api.ops;

import java.util.Locale;
import java.util.Set;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.store.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/**
 * Whether the database keeps what it says it has kept. One that is set to forget is refused at the start; where the
 * database comes late, or is changed later, health says so.
 */
final class Durability implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final Set<String> KEEPS = Set.of("on", "remote_write", "remote_apply", "local");

    private final Database database;
    private final Schema schema;

    /** @throws IllegalStateException if the database is there and set to lose what it acknowledged */
    Durability(Database database, Schema schema) {
        this.database = database;
        this.schema = schema;
        String fault = schema.ready() ? fault() : "";
        if (!fault.isEmpty()) {
            LOG.error("{}", fault);
            throw new IllegalStateException(fault);
        }
    }

    /** What is wrong; empty when nothing is, or the database cannot be asked. */
    private String fault() {
        try {
            return database.dialect() == Dialect.H2 ? h2() : postgres();
        } catch (DataAccessException e) {
            LOG.warn("The database could not be asked how durable it is");
            return "";
        }
    }

    private String postgres() {
        String commit = database.sql()
                .sql("show synchronous_commit")
                .query(String.class)
                .single();
        String fsync = database.sql().sql("show fsync").query(String.class).single();
        if (KEEPS.contains(commit) && fsync.equals("on")) {
            return "";
        }
        return "PostgreSQL may lose what it acknowledged: synchronous_commit is " + commit + ", fsync is " + fsync
                + ". Maybe alter role ... set synchronous_commit = on.";
    }

    private String h2() {
        String url = database.batches()
                .execute((java.sql.Connection c) -> c.getMetaData().getURL());
        String address = String.valueOf(url).toLowerCase(Locale.ROOT);
        if (address.startsWith("jdbc:h2:mem:") || delay().equals("0")) {
            return "";
        }
        return "H2 may lose what it acknowledged: its WRITE_DELAY is " + delay()
                + " ms. Maybe add ;WRITE_DELAY=0 to spring.datasource.url.";
    }

    private String delay() {
        return database.sql()
                .sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .optional()
                .orElse("unknown");
    }

    @Override
    public Health health() {
        String fault = schema.ready() ? fault() : "";
        return fault.isEmpty() ? Health.up().build() : Degraded.because(fault);
    }
}
