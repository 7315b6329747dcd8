package org.filorosso.api.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Calls one endpoint over kept connections.
 *
 * @param headers each ending in CRLF
 * @param body of the call with that number, counted over all runs
 */
record Generator(int port, String path, String headers, LongFunction<String> body, AtomicLong number) {
    private static final long MOST = TimeUnit.SECONDS.toNanos(60);

    Generator(int port, String path, String headers, LongFunction<String> body) {
        this(port, path, headers, body, new AtomicLong());
    }

    /** Every connection calls again as soon as it is answered: the most that can be had. */
    Measured closed(int connections, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return run(connections, () -> {
            long now = System.nanoTime();
            return now < end ? now : -1;
        });
    }

    /**
     * Calls begin at a fixed pace, whether or not earlier ones were answered; a call that has to wait for a connection
     * counts from when it should have begun, so that a stall is seen in full.
     */
    Measured open(int connections, double perSecond, Duration time) {
        long start = System.nanoTime();
        long calls = (long) (perSecond * time.toSeconds());
        AtomicLong next = new AtomicLong();
        return run(connections, () -> {
            long call = next.getAndIncrement();
            long due = start + (long) (call * 1e9 / perSecond);
            for (long wait = due - System.nanoTime(); call < calls && wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            return call < calls ? due : -1;
        });
    }

    /** When the next call counts from; -1 for no more. */
    private interface Pace {
        long next();
    }

    private Measured run(int connections, Pace pace) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        try {
            List<Future<Measured>> parts = IntStream.range(0, connections)
                    .mapToObj(i -> threads.submit(() -> one(pace)))
                    .toList();
            Measured all = new Measured();
            for (Future<Measured> part : parts) {
                all.add(part.get());
            }
            return all.within(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Measured one(Pace pace) throws IOException {
        Measured measured = new Measured();
        try (Connection connection = new Connection(port, path, headers)) {
            for (long from = pace.next(); from >= 0; from = pace.next()) {
                Connection.Answer answer = connection.post(body.apply(number.getAndIncrement()));
                measured.record(Math.min(MOST, System.nanoTime() - from), answer);
            }
        }
        return measured;
    }

    /** What came of a run. */
    static final class Measured {
        private final Histogram times = new Histogram(MOST, 3);
        private long failed;
        private long degraded;
        private long bytes;
        private double seconds;

        private void record(long nanos, Connection.Answer answer) {
            times.recordValue(nanos);
            bytes += answer.size();
            failed += answer.status() == 200 ? 0 : 1;
            degraded += answer.degraded() ? 1 : 0;
        }

        private void add(Measured other) {
            times.add(other.times);
            failed += other.failed;
            degraded += other.degraded;
            bytes += other.bytes;
        }

        private Measured within(long nanos) {
            seconds = nanos / 1e9;
            return this;
        }

        /** Answers that are whole. */
        double perSecond() {
            return (times.getTotalCount() - failed - degraded) / seconds;
        }

        /** Milliseconds. */
        double percentile(double percentile) {
            return times.getValueAtPercentile(percentile) / 1e6;
        }

        long degraded() {
            return degraded;
        }

        long failed() {
            return failed;
        }

        int size() {
            return (int) (bytes / Math.max(1, times.getTotalCount()));
        }
    }
}
