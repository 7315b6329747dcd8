package org.filorosso.api.decision;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.filorosso.api.decision.Shortfall.Reason;
import org.filorosso.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Waits for the database as long as a deadline allows. After some failures it does not ask for a second, so that a dead
 * database does not eat every request's deadline; then it tries again.
 */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    // counted over time, not over calls: one pause of this process fails all calls under way, and the database is well;
    // of two seconds at least one whole one, as such a pause may be the first that a second sees
    private static final int SECONDS = 2;
    private static final int CALLS = 10;
    private static final int TRIED = 5;

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "database",
            CircuitBreakerConfig.custom()
                    .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                    .slidingWindowSize(SECONDS)
                    .minimumNumberOfCalls(CALLS)
                    .failureRateThreshold(50)
                    .permittedNumberOfCallsInHalfOpenState(TRIED)
                    .waitDurationInOpenState(Duration.ofSeconds(1))
                    .build());
    private final BooleanSupplier ready;

    /** @param ready false while the database has no schema yet */
    Patience(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** The result of some work, if it comes in time. */
    <T> T await(Supplier<CompletableFuture<T>> work, Deadline deadline) throws Shortfall {
        return begin(work).await(deadline);
    }

    /** Begins some work, where there is hope. */
    <T> Pending<T> begin(Supplier<CompletableFuture<T>> work) {
        boolean asked = ready.getAsBoolean() && breaker.tryAcquirePermission();
        return new Pending<>(asked ? work.get() : null, System.nanoTime());
    }

    /** Work under way; it is awaited once. */
    final class Pending<T> {
        private final @Nullable CompletableFuture<T> result;
        private final long start;

        private Pending(@Nullable CompletableFuture<T> result, long start) {
            this.result = result;
            this.start = start;
        }

        /**
         * The result, if it comes in time.
         *
         * @throws Shortfall if not; the work may go on
         * @throws Refusal if the work refuses
         */
        T await(Deadline deadline) throws Shortfall {
            CompletableFuture<T> awaited = result;
            if (awaited == null) {
                throw new Shortfall(Reason.DATABASE);
            }
            try {
                T found = awaited.get(deadline.left(), TimeUnit.NANOSECONDS);
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
                return found;
            } catch (TimeoutException e) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
                throw new Shortfall(Reason.TIMEOUT);
            } catch (ExecutionException e) {
                throw failed(e.getCause(), System.nanoTime() - start);
            } catch (InterruptedException e) {
                breaker.releasePermission();
                Thread.currentThread().interrupt();
                throw new Shortfall(Reason.TIMEOUT);
            }
        }
    }

    private Shortfall failed(@Nullable Throwable cause, long nanos) {
        if (cause instanceof RejectedExecutionException) {
            breaker.releasePermission();
            return new Shortfall(Reason.OVERLOAD);
        }
        if (cause instanceof DataAccessException || cause instanceof TransactionException) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, cause);
            LOG.debug("The database failed", cause);
            return new Shortfall(Reason.DATABASE);
        }
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        if (cause instanceof Refusal refusal) {
            throw refusal;
        }
        LOG.error("What is stored cannot be used", cause);
        return new Shortfall(Reason.FAILURE);
    }
}
