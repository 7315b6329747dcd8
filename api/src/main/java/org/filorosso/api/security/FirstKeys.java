package org.filorosso.api.security;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.filorosso.api.store.Database;

/** One key per role at the first start, where nobody else says who is who. */
final class FirstKeys {
    private final Database database;
    private final KeyStore store;
    private final KeyRing ring;
    private final InstantSource clock;
    private final Path file;

    FirstKeys(Database database, KeyStore store, KeyRing ring, InstantSource clock, Path file) {
        this.database = database;
        this.store = store;
        this.ring = ring;
        this.clock = clock;
        this.file = file;
    }

    /** Makes them, writes them to keys.txt and prints them, once in the life of a database; else nothing. */
    void make() {
        Map<Role, String> tokens = database.inTransaction(this::made);
        if (!tokens.isEmpty()) {
            ring.look();
            print(tokens);
        }
    }

    private Map<Role, String> made() {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        if (store.first(clock.instant()) && store.all().isEmpty()) {
            for (Role role : Role.values()) {
                tokens.put(
                        role,
                        ring.issue(role, "first " + role.code(), Caller.SERVICE, null)
                                .token());
            }
            // inside the transaction: keys that could not be written down are not made
            new KeyFile(file).write(KeyFile.lines(tokens));
        }
        return tokens;
    }

    // not through the log, which is kept and sent elsewhere
    @SuppressWarnings("SystemOut")
    private void print(Map<Role, String> tokens) {
        System.out.printf(
                "%nKeys, one per role, shown this once. They are in %s too: hand them over and delete the file.%n%n%s%n",
                file, KeyFile.lines(tokens));
    }
}
