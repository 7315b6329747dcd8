package org.filorosso.api.response;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.TransactionException;

/** Work that is answered only once it is durable; what cannot be stored just now is 503, never taken on trust. */
final class Durable {
    private static final long PATIENCE_SECONDS = 10;
    private static final long COME_AGAIN_SECONDS = 2;

    private Durable() {}

    /** Does work on the database. */
    static <T> T now(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            throw away(e) ? unavailable() : e;
        }
    }

    /** Waits for work on the database. */
    static <T> T await(CompletableFuture<T> work) {
        try {
            return work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static RuntimeException refused(Throwable cause) {
        if (cause instanceof RejectedExecutionException || away(cause)) {
            return unavailable();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Whether the database cannot be used at all, rather than refusing this one thing. */
    static boolean away(Throwable cause) {
        boolean ours = cause instanceof DataIntegrityViolationException
                || cause instanceof BadSqlGrammarException
                || cause instanceof InvalidDataAccessApiUsageException;
        return !ours && (cause instanceof DataAccessException || cause instanceof TransactionException);
    }

    private static Refusal unavailable() {
        return Refusal.of(Kind.UNAVAILABLE, "It could not be stored just now. Maybe send the same again.")
                .retryAfter(COME_AGAIN_SECONDS);
    }
}
