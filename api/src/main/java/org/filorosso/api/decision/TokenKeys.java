package org.filorosso.api.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.filorosso.api.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The keys that sign response tokens. One is shared by all nodes, in the database; a copy stands in the data directory,
 * so that a node signs without its database. A node that has never seen the database signs with one of its own, which it
 * believes from then on.
 */
final class TokenKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final String NAME = "response-token";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> PRIVATE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Database database;
    private final InstantSource clock;
    private final Path file;
    private volatile List<byte[]> keys;
    private volatile boolean closed;

    /**
     * Takes the shared key at once where the database is there, else as soon as it comes.
     *
     * @param file where the copy stands
     * @param ready false while the database has no schema yet
     */
    TokenKeys(Database database, InstantSource clock, Path file, BooleanSupplier ready) {
        this.database = database;
        this.clock = clock;
        this.file = file;
        this.keys = read();
        if (keys.isEmpty()) {
            byte[] own = new byte[BYTES];
            new SecureRandom().nextBytes(own);
            save(List.of(own));
        }
        if (!attempt(ready)) {
            Thread thread = new Thread(() -> keepTrying(ready), "token-keys");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void keepTrying(BooleanSupplier ready) {
        while (!closed && !attempt(ready)) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean attempt(BooleanSupplier ready) {
        try {
            if (ready.getAsBoolean()) {
                share();
                return true;
            }
        } catch (DataAccessException e) {
            LOG.debug("The key of response tokens cannot be read yet", e);
        }
        return false;
    }

    /** Never empty: the first signs, all are believed. */
    List<byte[]> keys() {
        return keys;
    }

    /**
     * Takes the shared key from the database, or makes this node's key the shared one.
     *
     * @throws org.springframework.dao.DataAccessException if the database cannot be reached
     */
    private void share() {
        Base64.Encoder text = Base64.getEncoder();
        database.sql()
                .sql("insert into service_secret (name, secret, created_at) values (?, ?, ?) on conflict do nothing")
                .params(NAME, text.encodeToString(keys.get(0)), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String common = database.sql()
                .sql("select secret from service_secret where name = ?")
                .param(NAME)
                .query(String.class)
                .single();
        List<String> all = Stream.concat(Stream.of(common), keys.stream().map(text::encodeToString))
                .distinct()
                .toList();
        save(all.stream().map(Base64.getDecoder()::decode).toList());
    }

    private List<byte[]> read() {
        try {
            List<byte[]> read = new ArrayList<>();
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8)
                        .forEach(line -> read.add(Base64.getDecoder().decode(line)));
            }
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(List<byte[]> known) {
        keys = List.copyOf(known);
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "key", ".tmp", attributes(folder));
            Files.write(
                    fresh,
                    known.stream().map(Base64.getEncoder()::encodeToString).toList(),
                    StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] attributes(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() {
        closed = true;
    }
}
