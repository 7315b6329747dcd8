package org.filorosso.api.report;

import java.util.concurrent.Semaphore;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.stereotype.Component;

/** Lets few reports be made at a time: decisions need the database and the processors more. */
@Component
final class Turns {
    private static final int AT_ONCE = 3;
    private static final long COME_AGAIN = 2;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Work that may fail with anything that it declares. */
    interface Work<X extends Exception> {
        void run() throws X;
    }

    /** @throws Refusal if too many are being made */
    <X extends Exception> void take(Work<X> work) throws X {
        if (!free.tryAcquire()) {
            throw Refusal.of(Kind.TOO_MANY, AT_ONCE + " reports or logs are being made. Maybe one of them is enough.")
                    .retryAfter(COME_AGAIN);
        }
        try {
            work.run();
        } finally {
            free.release();
        }
    }
}
