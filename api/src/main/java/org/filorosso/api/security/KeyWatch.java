package org.filorosso.api.security;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.filorosso.api.store.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the keys in memory like those in the database. */
final class KeyWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final KeyRing ring;
    private final Schema schema;
    private final @Nullable FirstKeys first;
    private volatile boolean closed;
    private boolean begun;

    /** @param first null where an identity provider says who is who */
    KeyWatch(KeyRing ring, Schema schema, @Nullable FirstKeys first) {
        this.ring = ring;
        this.schema = schema;
        this.first = first;
        look();
        Thread thread = new Thread(this::run, "keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(PAUSE);
            look();
        }
    }

    private void look() {
        if (closed || !schema.ready()) {
            return;
        }
        try {
            if (!begun && first != null) {
                first.make();
            }
            begun = true;
            ring.look();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The keys cannot be read again just now ({}); those known go on opening",
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
