package org.filorosso.api.playbook;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, on a thread of its own. What fails is tried again at the next look, and told once. */
final class Polling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration MOST = Duration.ofSeconds(5);

    private final String what;
    private final Runnable look;
    private final ScheduledExecutorService thread;
    private volatile @Nullable String failure;

    /**
     * Begins to look, the first time after one pause.
     *
     * @param pause above 0, at most 5 s: that long a publication or a stop may take to reach every node
     */
    Polling(String what, Duration pause, Runnable look) {
        if (pause.isNegative() || pause.isZero() || pause.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "filorosso.poll (" + pause + ") must be above 0 and at most 5 s. Maybe 1s.");
        }
        this.what = what;
        this.look = look;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, what);
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why the last look failed, or null. */
    @Nullable
    String failure() {
        return failure;
    }

    private void look() {
        try {
            look.run();
            if (failure != null) {
                LOG.info("Looking for {} works again.", what);
                failure = null;
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (failure == null) {
                LOG.warn("Looking for {} failed, and is tried again: {}", what, e.toString());
            }
            failure = e.toString();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
