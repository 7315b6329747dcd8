package org.filorosso.api.decision;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import tools.jackson.core.JacksonException;

/**
 * Stores in the background what waits on disk, when the database is there again. Storing a decision twice has one effect,
 * so a file is simply begun again after an interruption.
 */
final class SpoolDrain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int ROWS = 64;

    private final Spool spool;
    private final SpoolStore store;
    private final BooleanSupplier ready;
    private final Path refused;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param ready false while the database has no schema yet
     * @param refused file for what can never be stored
     */
    SpoolDrain(Spool spool, SpoolStore store, BooleanSupplier ready, Path refused) {
        this.spool = spool;
        this.store = store;
        this.ready = ready;
        this.refused = refused;
        this.thread = new Thread(this::run, "decision-drain");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        while (!closing) {
            LockSupport.parkNanos(PAUSE);
            if (!closing && !spool.isEmpty() && ready.getAsBoolean()) {
                attempt();
            }
        }
    }

    private void attempt() {
        try {
            int stored = drain();
            LOG.info("Stored {} decisions that had waited on disk", stored);
        } catch (IOException | RuntimeException e) {
            LOG.warn("What waits on disk cannot be stored yet: {}", e.getMessage());
        }
    }

    /**
     * Stores all that waits.
     *
     * @return how many decisions
     * @throws IOException if a file cannot be read
     * @throws org.springframework.dao.DataAccessException if the database does not take them now
     */
    synchronized int drain() throws IOException {
        int stored = 0;
        for (Path file : spool.files()) {
            stored += drain(file);
            spool.delete(file);
        }
        return stored;
    }

    private int drain(Path file) throws IOException {
        int stored = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            List<String> page = page(lines);
            while (!page.isEmpty()) {
                store(page);
                stored += page.size();
                page = page(lines);
            }
        }
        return stored;
    }

    private static List<String> page(BufferedReader lines) throws IOException {
        List<String> page = new ArrayList<>();
        String line = lines.readLine();
        while (line != null) {
            page.add(line);
            line = page.size() < ROWS ? lines.readLine() : null;
        }
        return page;
    }

    private void store(List<String> lines) throws IOException {
        try {
            store.store(lines.stream().map(SpoolDrain::read).toList());
        } catch (NonTransientDataAccessException | JacksonException e) {
            if (lines.size() > 1) {
                for (String line : lines) {
                    store(List.of(line));
                }
            } else {
                refuse(lines.get(0), e);
            }
        }
    }

    private static Spooled read(String line) {
        return Spool.JSON.readValue(line, Spooled.class);
    }

    /** A line that was cut off by a crash, or that the database will never take. */
    private void refuse(String line, RuntimeException e) throws IOException {
        LOG.error("A decision that waited on disk can never be stored; it is kept in {}", refused.getFileName(), e);
        Files.writeString(
                refused, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
