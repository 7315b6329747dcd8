package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase.Address;
import org.filorosso.api.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: there is a backup, and nothing can be made of it. The steps are those of docs/operations.md. */
class BackupTest {
    private static final String PLAYBOOKS = "--filorosso.playbooks=" + Path.of("..", "rules");
    private static final String SUBJECT = "/v1/subjects/backed-up";

    @TempDir
    Path folder;

    @Test
    void startsFromACopyOfTheDataDirectory() throws IOException {
        Path lived = folder.resolve("lived");
        String key;
        try (RunningService service = RunningService.start(h2(lived), lived, PLAYBOOKS)) {
            key = service.key(Role.INTEGRATION);
            write(service, key);
        }
        Path restored = folder.resolve("restored");
        copy(lived, restored);
        try (RunningService service = RunningService.start(h2(restored), restored, PLAYBOOKS)) {
            holds(service, key);
        }
    }

    private static Address h2(Path data) {
        return new Address(
                "jdbc:h2:file:" + data.resolve("filorosso").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                "filorosso",
                "");
    }

    @Test
    void startsFromABackupThatPostgresqlGaveWhileItRan() throws IOException, SQLException {
        Path data = folder.resolve("postgres");
        Path restored = folder.resolve("restored");
        String key;
        try (EmbeddedPostgres lived = EmbeddedPostgres.builder()
                        .setDataDirectory(data.toFile())
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                RunningService service = RunningService.start(address(lived), folder.resolve("one"), PLAYBOOKS)) {
            key = service.key(Role.INTEGRATION);
            write(service, key);
            backUp(lived, data, restored);
        }
        try (EmbeddedPostgres lives = EmbeddedPostgres.builder()
                        .setDataDirectory(restored.toFile())
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                RunningService service = RunningService.start(address(lives), folder.resolve("two"), PLAYBOOKS)) {
            holds(service, key);
        }
    }

    private static Address address(EmbeddedPostgres postgres) {
        return new Address(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    // a base backup: what pg_basebackup does, which the binaries of this build leave out
    private static void backUp(EmbeddedPostgres postgres, Path data, Path target) throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('test', true)");
            copy(data, target);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                assertThat(stopped.next()).isTrue();
                Files.writeString(target.resolve("backup_label"), stopped.getString(1));
            }
        }
        // what was written between the copy and its end
        copy(data.resolve("pg_wal"), target.resolve("pg_wal"));
        Files.deleteIfExists(target.resolve("postmaster.pid"));
    }

    private static void write(RunningService service, String key) {
        assertThat(service.with(key)
                        .put(SUBJECT, "{'consents': {'marketing': true}}")
                        .status())
                .isEqualTo(201);
    }

    private static void holds(RunningService service, String key) {
        assertThat(service.with(key).get(SUBJECT).text()).contains("marketing");
        assertThat(service.with(key)
                        .post(
                                "/v1/decisions",
                                "{'requestId': 'restored-1', 'subjectId': 'backed-up', 'channel': 'contact-centre',"
                                        + " 'direction': 'inbound', 'playbook': 'telco'}")
                        .status())
                .isEqualTo(200);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
                Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            } else {
                Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException e) {
            assertThat(from)
                    .as("a file that went while it was copied, as PostgreSQL's may")
                    .doesNotExist();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
