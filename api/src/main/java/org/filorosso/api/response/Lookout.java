package org.filorosso.api.response;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats the background work of this package; what fails is told once, and tried again at the next turn. */
final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "counts");
        thread.setDaemon(true);
        return thread;
    });

    /** Does work now, if it can be done, and then again and again. */
    void every(long millis, String name, Runnable work) {
        turns.scheduleWithFixedDelay(new Turn(name, work), 0, millis, TimeUnit.MILLISECONDS);
    }

    /** One kind of work, and whether it failed the last time. */
    private static final class Turn implements Runnable {
        private final String name;
        private final Runnable work;
        private boolean failing;

        Turn(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn("{} failed and is tried again until it succeeds: {}", name, e.getMessage());
                }
                failing = true;
            }
        }
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }
}
