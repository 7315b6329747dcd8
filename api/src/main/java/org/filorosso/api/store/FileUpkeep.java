package org.filorosso.api.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.core.ConnectionCallback;

/**
 * Gives back what is overwritten in the file of the embedded database. With {@code WRITE_DELAY=0}, which makes every commit
 * durable, H2 runs no background work of its own, and its file would grow by all that is ever written to it: some 70 KB
 * a decision. Nothing is done for other databases; a server of H2 looks after its own file.
 */
final class FileUpkeep {
    private static final int FILLED_PERCENT = 90;
    /** As much is moved at once: commits wait meanwhile, some milliseconds. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Database database;

    FileUpkeep(Database database) {
        this.database = database;
    }

    /**
     * Moves together what is still valid in the emptiest parts of the file. What it frees is written over only when H2's
     * {@code RETENTION_TIME} has passed.
     *
     * @return false when there was nothing worth it
     * @throws org.springframework.dao.DataAccessException if the database cannot be reached
     */
    boolean once() {
        return database.dialect() == Dialect.H2
                && Boolean.TRUE.equals(database.batches().execute((ConnectionCallback<Boolean>) FileUpkeep::compact));
    }

    private static boolean compact(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)
                || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return false;
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        FileStore<?> file = store.getFileStore();
        if (file == null) {
            return false;
        }
        boolean moved = store.compact(FILLED_PERCENT, MOST_BYTES);
        file.dropUnusedChunks();
        return moved;
    }
}
