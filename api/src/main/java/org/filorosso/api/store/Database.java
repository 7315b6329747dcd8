package org.filorosso.api.store;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database, as stores see it. Safe to share between threads.
 *
 * @param sql for queries and single statements; takes part in the transaction of its thread
 * @param batches for batches of one statement; the same
 * @param transactions one at a time per thread; a store called inside takes part
 */
public record Database(
        DataSource source, Dialect dialect, JdbcClient sql, JdbcTemplate batches, TransactionTemplate transactions) {

    /** A database behind a pool of connections. */
    public static Database of(DataSource source, Dialect dialect) {
        JdbcTemplate template = new JdbcTemplate(source);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        return new Database(source, dialect, JdbcClient.create(template), template, transactions);
    }

    /** Runs work in one transaction: all of it holds, or nothing. An exception rolls it back. */
    @SuppressWarnings("NullAway") // what the work gives is what comes back
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
