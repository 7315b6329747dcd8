package org.filorosso.api.problem;

import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an exception means: whether trying again helps, and what of it a log may show. */
final class Failures {
    private Failures() {}

    /** Whether it is the database that is away, full or busy, or ourselves. */
    static boolean passing(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof RejectedExecutionException
                || failure instanceof TimeoutException
                || away(NestedExceptionUtils.getRootCause(failure))
                || away(failure);
    }

    /** PostgreSQL's classes: connection, resources, operator, system; H2's: closed, broken, cannot write. */
    private static boolean away(@Nullable Throwable cause) {
        String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("90098")
                || state.equals("90121")
                || state.equals("90031")
                || state.equals("90028")
                || state.equals("90067");
    }

    /** The kinds and places of a failure and its causes, without their messages: these may quote a customer's data. */
    static String places(Throwable failure) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 10; cause = cause.getCause()) {
            text.append(depth++ == 0 ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" (state ").append(sql.getSQLState()).append(')');
            }
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("\n\tat ").append(place);
            }
        }
        return text.toString();
    }
}
