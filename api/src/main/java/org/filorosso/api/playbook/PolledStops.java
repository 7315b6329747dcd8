package org.filorosso.api.playbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Schema;
import org.filorosso.engine.decide.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stops in force, looked at about every second. The last ones are kept on disk with their digest: a node that starts
 * without its database is as silent as it was.
 */
@Component
final class PolledStops implements Stops, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PolledStops.class);

    private final StopStore store;
    private final Schema schema;
    private final DatabaseClock clock;
    private final Duration pause;
    private final Path copy;
    private final JsonMapper json = JsonMapper.builder().build();
    private volatile List<OrderedStop> inForce = List.of();
    private volatile @Nullable String damaged;
    private @Nullable Polling polling;

    PolledStops(StopStore store, Schema schema, DatabaseClock clock, ServiceSettings settings) {
        this.store = store;
        this.schema = schema;
        this.clock = clock;
        this.pause = settings.poll();
        this.copy = settings.dataFolder().resolve("playbooks").resolve("stops");
    }

    @Override
    public synchronized void start() {
        inForce = kept();
        try {
            look();
        } catch (DataAccessException e) {
            LOG.warn("The stops could not be read: {}", e.toString());
        }
        polling = new Polling("stops", pause, this::look);
    }

    @Override
    public synchronized void stop() {
        if (polling != null) {
            polling.close();
            polling = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return polling != null;
    }

    // before the first request is taken
    @Override
    public int getPhase() {
        return 0;
    }

    /** Brings this node up to date at once. */
    synchronized void look() {
        if (schema.ready()) {
            List<OrderedStop> now = store.active(clock.instant());
            if (!now.equals(inForce)) {
                inForce = now;
                keep(now);
            }
        }
    }

    /** The stops with who ordered them. */
    List<OrderedStop> inForce() {
        return inForce;
    }

    @Override
    public List<State.Stop> active() {
        Instant now = clock.instant();
        return inForce.stream()
                .filter(stop -> stop.until() == null || now.isBefore(stop.until()))
                .map(OrderedStop::stop)
                .toList();
    }

    /** What is wrong with the copy on disk, or null. */
    @Nullable
    String damaged() {
        return damaged;
    }

    /** Why the last look at the database failed, or null. */
    synchronized @Nullable String failure() {
        return polling == null ? null : polling.failure();
    }

    private void keep(List<OrderedStop> stops) {
        try {
            byte[] text = json.writeValueAsBytes(stops);
            Files.createDirectories(copy.toAbsolutePath().getParent());
            String whole = Digest.of(text) + "\n" + new String(text, StandardCharsets.UTF_8);
            LocalCopies.write(copy, whole.getBytes(StandardCharsets.UTF_8));
            damaged = null;
        } catch (IOException e) {
            report("cannot be written: " + e);
        }
    }

    private List<OrderedStop> kept() {
        try {
            if (!Files.exists(copy)) {
                return List.of();
            }
            String[] parts = Files.readString(copy).split("\n", 2);
            byte[] text = parts[parts.length - 1].getBytes(StandardCharsets.UTF_8);
            if (Digest.of(text).equals(parts[0])) {
                return Arrays.asList(json.readValue(text, OrderedStop[].class));
            }
            report("does not have the digest it was written with");
        } catch (IOException | JacksonException e) {
            report("cannot be read: " + e);
        }
        return List.of();
    }

    private void report(String fault) {
        damaged = fault;
        LOG.error("The copy of the stops {} is refused: it {}.", copy, fault);
    }
}
