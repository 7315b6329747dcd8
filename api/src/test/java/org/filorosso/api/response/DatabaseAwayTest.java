package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.filorosso.api.response.CappedPlaybook.NOW;
import static org.filorosso.api.response.CappedPlaybook.stores;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hazards: a response is answered as recorded and is not, or the way back is not found when the database returns. */
class DatabaseAwayTest {
    @TempDir
    Path folder;

    /** A database that can be taken away. */
    private static final class Removable extends DelegatingDataSource {
        private final AtomicBoolean away = new AtomicBoolean();

        Removable(Database database) {
            super(database.source());
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) {
                throw new SQLTransientConnectionException("away", "08001");
            }
            return super.getConnection();
        }
    }

    @ParameterizedTest
    @EnumSource
    void promisesNothingWithoutItsDatabaseAndGoesOnWithIt(TestDatabase kind) {
        Database real = kind.database();
        Removable source = new Removable(real);
        Database database = Database.of(source, real.dialect());
        CappedPlaybook capped = CappedPlaybook.in(folder);
        List<Response> responses = IntStream.range(0, 20)
                .mapToObj(i -> capped.response("s-" + i, "plain", Outcome.ACCEPTED, NOW))
                .toList();
        try (ResponseWriter writer =
                new ResponseWriter(database, stores(database), new DatabaseClock(database), done -> {})) {
            source.away.set(true);
            List<CompletableFuture<List<Recorded.One>>> answers =
                    responses.stream().map(one -> writer.write(List.of(one))).toList();
            for (CompletableFuture<List<Recorded.One>> answer : answers) {
                Refusal refusal = catchThrowableOfType(Refusal.class, () -> Durable.await(answer));
                assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(refusal.retryAfter()).isPresent();
            }
            source.away.set(false);
            for (Response response : responses) {
                assertThat(Durable.await(writer.write(List.of(response))).get(0).duplicate())
                        .isFalse();
            }
        }
        assertThat(real.sql()
                        .sql("select count(*) from interaction")
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }
}
