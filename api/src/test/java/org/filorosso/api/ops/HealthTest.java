package org.filorosso.api.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.store.Schema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: a balancer is told the wrong thing, the operator nothing, or strangers too much; a database forgets. */
class HealthTest {

    private static HttpResponse<String> manage(RunningService service, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + service.managementPort() + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatItIsReadyAndWhatItStandsOn(TestDatabase database) throws Exception {
        RunningService service = database.service();
        assertThat(manage(service, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(manage(service, "/actuator/health/readiness").body()).contains("\"UP\"", "telco");
        assertThat(manage(service, "/actuator/health").body())
                .contains("database", "playbooks", "disk", "durability")
                .doesNotContain("DOWN");
    }

    @Test
    void handsOutMetricsAndNothingElse() throws Exception {
        RunningService service = TestDatabase.H2.service();
        assertThat(manage(service, "/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes", "filorosso_requests_waiting");
        for (String path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/v1/keys", "/"}) {
            assertThat(manage(service, path).statusCode()).as(path).isIn(401, 404);
        }
    }

    @Test
    void refusesADatabaseThatIsSetToForget(@TempDir Path folder) throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("lossy").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        Database lossy = Database.of(JdbcConnectionPool.create(url, "filorosso", ""), Dialect.H2);
        Schema schema = new Schema(lossy, new DatabaseClock(lossy));
        assertThatThrownBy(() -> new Durability(lossy, schema)).hasMessageContaining("WRITE_DELAY=0");
        lossy.sql().sql("set write_delay 0").update();
        assertThat(new Durability(lossy, schema).health().getStatus().getCode()).isEqualTo("UP");
        lossy.sql().sql("shutdown").update();
    }

    @Test
    void refusesAPostgresqlThatIsSetToForget() {
        Database lossy = TestDatabase.POSTGRESQL.database();
        Schema schema = new Schema(lossy, new DatabaseClock(lossy));
        assertThatThrownBy(() -> lossy.inTransaction(() -> {
                    lossy.sql().sql("set local synchronous_commit = off").update();
                    return new Durability(lossy, schema);
                }))
                .hasMessageContaining("synchronous_commit is off");
    }
}
