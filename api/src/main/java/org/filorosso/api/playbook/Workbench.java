package org.filorosso.api.playbook;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.stereotype.Component;

/** Room for the long work of marketers, one at a time, so that it never takes the processors from decisions. */
@Component
public class Workbench {
    private static final long WAIT_SECONDS = 10;

    private final Semaphore room = new Semaphore(1, true);

    /**
     * Does the work when there is room.
     *
     * @throws Refusal if there is none for 10 s
     */
    public <T> T work(Supplier<T> work) {
        boolean entered = false;
        try {
            entered = room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!entered) {
                throw Refusal.of(Kind.UNAVAILABLE, "Other playbooks are being worked on.")
                        .retryAfter(WAIT_SECONDS);
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Kind.UNAVAILABLE, "The service is stopping.").retryAfter(WAIT_SECONDS);
        } finally {
            if (entered) {
                room.release();
            }
        }
    }
}
