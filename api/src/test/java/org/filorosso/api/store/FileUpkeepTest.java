package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.filorosso.api.fixture.TestDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the file of the embedded database grows without end, until the disk is full. */
class FileUpkeepTest {
    private static final int ROWS = 200;
    private static final int BYTES = 2_000;
    private static final int COMMITS = 1_500;

    @TempDir
    private Path folder;

    /** Each commit adds a row that stays and overwrites one that does not. */
    private long sizeAfter(boolean kept) throws IOException {
        String name = kept ? "kept" : "left";
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve(name) + ";MODE=PostgreSQL;WRITE_DELAY=0;RETENTION_TIME=0", "sa", "");
        try {
            Database database = Database.of(pool, Dialect.H2);
            FileUpkeep upkeep = new FileUpkeep(database);
            database.sql()
                    .sql("create table page (id int primary key, content bytea)")
                    .update();
            database.sql()
                    .sql("create table entry (id int primary key, content bytea)")
                    .update();
            Random random = new Random(7);
            byte[] content = new byte[BYTES];
            for (int i = 0; i < COMMITS; i++) {
                int n = i;
                random.nextBytes(content);
                database.inTransaction(() -> {
                    database.sql()
                            .sql("merge into page values (?, ?)")
                            .params(n % ROWS, content)
                            .update();
                    return database.sql()
                            .sql("insert into entry values (?, ?)")
                            .params(n, content)
                            .update();
                });
                if (kept && i % 25 == 0) {
                    upkeep.once();
                }
            }
            assertThat(database.sql()
                            .sql("select count(*) from entry")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(COMMITS);
            return Files.size(folder.resolve(name + ".mv.db"));
        } finally {
            pool.dispose();
        }
    }

    @Test
    void givesBackWhatIsOverwritten() throws IOException {
        long live = (long) BYTES * (COMMITS + ROWS);
        long left = sizeAfter(false);
        long kept = sizeAfter(true);
        assertThat(left).as("what the test is about").isGreaterThan(live * 3);
        assertThat(kept).isLessThan(left * 2 / 3);
    }

    @Test
    void leavesOtherDatabasesAlone() {
        assertThat(new FileUpkeep(TestDatabase.POSTGRESQL.database()).once()).isFalse();
        assertThat(new FileUpkeep(TestDatabase.H2.database()).once())
                .as("in memory")
                .isFalse();
    }
}
