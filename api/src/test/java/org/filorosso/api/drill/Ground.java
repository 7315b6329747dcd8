package org.filorosso.api.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.security.Role;
import org.jspecify.annotations.Nullable;

/** Where one drill takes place: a folder, a database, the nodes it starts. Everything ends with it. */
final class Ground implements AutoCloseable {
    /** More than any drill asks for: no drill but its own is about limits. */
    private static final String NO_LIMIT = "--filorosso.limits.requests-per-second=1000000";

    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final Drill drill;
    private final DatabaseServer database;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Keys keys;

    Ground(DrillDatabase kind, Path folder, Drill drill) {
        this.folder = folder;
        this.drill = drill;
        this.database = kind.server(folder);
        open.push(database);
        database.start();
    }

    DatabaseServer database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    /** The playbooks of the repository. */
    static Path shipped() {
        return Path.of("..", "rules");
    }

    /** Closes something at the end too. */
    <T extends AutoCloseable> T keep(T opened) {
        open.push(opened);
        return opened;
    }

    /** A ready node with that name (and its data directory), which reaches the database directly. */
    ServiceProcess node(String name, Path playbooks) {
        return node(name, playbooks, database.port());
    }

    /** The same through that port to the database. */
    ServiceProcess node(String name, Path playbooks, int databasePort) {
        ServiceProcess node = begin(name, playbooks, databasePort);
        node.awaitReady(START);
        if (keys == null) {
            keys = Keys.of(dataDir(name));
        }
        return node;
    }

    /** The same without waiting, through that port to the database. */
    ServiceProcess begin(String name, Path playbooks, int databasePort) {
        List<String> settings = new ArrayList<>(database.settings(databasePort));
        settings.add("--filorosso.playbooks=" + playbooks);
        settings.add(NO_LIMIT);
        settings.addAll(drill.settings());
        return keep(ServiceProcess.start(ServiceProcess.Node.packaged(drill.java(), dataDir(name), settings)));
    }

    Path dataDir(String name) {
        return folder.resolve(name);
    }

    /** A caller of that role at a node. */
    Client at(ServiceProcess node, Role role) {
        return at(node.port(), role);
    }

    /** A caller of that role at a port, such as that of a proxy. */
    Client at(int port, Role role) {
        if (keys == null) {
            throw new IllegalStateException("no node was started yet");
        }
        return keys.at(port, role);
    }

    /** A new folder under the target directory. */
    static Path folder(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "drills"));
            return Files.createTempDirectory(parent, name).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
