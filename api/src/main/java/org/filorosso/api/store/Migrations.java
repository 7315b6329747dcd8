package org.filorosso.api.store;

import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version; numbered scripts, each run once. */
public final class Migrations {
    private Migrations() {}

    /**
     * Runs the scripts that have not run yet: {@code db/migration/common}, and the dialect's own folder.
     *
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or a script changed after it ran
     */
    public static void run(Database database) {
        Flyway.configure()
                .dataSource(database.source())
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + database.dialect().code())
                .placeholders(database.dialect().placeholders())
                .load()
                .migrate();
    }
}
