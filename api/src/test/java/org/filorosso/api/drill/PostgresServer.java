package org.filorosso.api.drill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with durable commits, as in production. */
public final class PostgresServer implements DatabaseServer {
    private final Path folder;
    private final int port = FreePort.next();
    private @Nullable EmbeddedPostgres running;

    public PostgresServer(Path folder) {
        this.folder = folder;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> settings(int through) {
        return List.of(
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + through + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    @Override
    public void start() {
        try {
            running = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
                    .setDataDirectory(folder.resolve("pgdata"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (running != null) {
                running.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
