package org.filorosso.api.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats background work once the schema is there, each kind on its turn; what fails is told once, and tried again at the
 * next turn.
 */
public final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final long PATIENCE_SECONDS = 5;

    private final BooleanSupplier ready;
    private final ScheduledExecutorService turns;

    /**
     * @param name of the thread
     * @param ready until then nothing is done
     */
    public Lookout(String name, BooleanSupplier ready) {
        this.ready = ready;
        this.turns = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does work now and then again and again, always so long after it was done. */
    public void every(Duration pause, String name, Runnable work) {
        turns.scheduleWithFixedDelay(new Turn(ready, name, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One kind of work, and whether it failed the last time. */
    private static final class Turn implements Runnable {
        private final BooleanSupplier ready;
        private final String name;
        private final Runnable work;
        private boolean failing;

        Turn(BooleanSupplier ready, String name, Runnable work) {
            this.ready = ready;
            this.name = name;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                if (ready.getAsBoolean()) {
                    work.run();
                    failing = false;
                }
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
        turns.shutdown();
        try {
            if (!turns.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                turns.shutdownNow();
            }
        } catch (InterruptedException e) {
            turns.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
