package org.filorosso.api.drill;

import java.nio.file.Path;
import java.util.List;

/** A database that a drill may stop, kill and start again on the same files. */
public interface DatabaseServer extends AutoCloseable {

    /** Where it listens; 0 when it lives inside the service. */
    int port();

    /**
     * The command line of a service that uses it.
     *
     * @param port where to reach it: its own, or that of a proxy before it
     */
    List<String> settings(int port);

    /** Starts it, with whatever it held before. */
    void start();

    /** Stops it as an operator would. */
    void stop();

    @Override
    default void close() {
        stop();
    }

    /** H2 inside the service: nothing to start. */
    static DatabaseServer embedded() {
        return new DatabaseServer() {
            @Override
            public int port() {
                return 0;
            }

            @Override
            public List<String> settings(int port) {
                return List.of();
            }

            @Override
            public void start() {}

            @Override
            public void stop() {}
        };
    }

    /** Where a database was found on the class path. */
    static String jarOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
