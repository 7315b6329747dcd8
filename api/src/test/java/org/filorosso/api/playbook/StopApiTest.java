package org.filorosso.api.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.ops.ServiceSettings;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.api.store.Schema;
import org.filorosso.engine.decide.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a stop silences nothing, is not seen, lapses, or is forgotten at a restart. */
class StopApiTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void silencesUntilItIsLifted(TestDatabase database) {
        Client marketer = database.service().as(Role.MARKETER);
        Answer ordered = marketer.post(
                "/v1/stops", "{'target': 'Grow/Travel/summer-roaming', 'channel': 'sms', 'reason': 'Out of stock'}");
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
        String id = ordered.json().path("id").stringValue();
        assertThat(database.service().bean(Stops.class).active())
                .contains(new State.Stop(id, "Grow/Travel/summer-roaming", "sms", null, "Out of stock"));
        assertThat(marketer.get("/v1/stops").text()).contains(id);
        Client approver = database.service().as(Role.APPROVER);
        assertThat(approver.delete("/v1/stops/" + id).status()).isEqualTo(204);
        assertThat(approver.delete("/v1/stops/" + id).status()).isEqualTo(404);
        assertThat(database.service().bean(Stops.class).active())
                .extracting(State.Stop::id)
                .doesNotContain(id);
    }

    @ParameterizedTest
    @EnumSource
    void whatWouldSilenceNothingIsRefused(TestDatabase database) {
        Answer answer = database.service()
                .as(Role.MARKETER)
                .post(
                        "/v1/stops",
                        "{'target': 'Grow/Travel/summer-roamin', 'channel': 'sm', 'until': '2020-01-01T00:00:00Z'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").valueStream().map(JsonNode::toString))
                .anyMatch(fault -> fault.contains("/target") && fault.contains("summer-roaming"))
                .anyMatch(fault -> fault.contains("/channel") && fault.contains("sms"))
                .anyMatch(fault -> fault.contains("/until"))
                .anyMatch(fault -> fault.contains("/reason"));
        assertThat(database.service()
                        .as(Role.MARKETER)
                        .post("/v1/stops", "{'reason': 'x'}")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void otherNodesSeeItAtTheirNextLook(TestDatabase kind) {
        Database database = kind.database();
        DatabaseClock clock = new DatabaseClock(database);
        try (Schema schema = new Schema(database, clock)) {
            PolledStops other = new PolledStops(new StopStore(database), schema, clock, settings("other"));
            other.look();
            assertThat(other.active()).isEmpty();
            new StopStore(database).add(stop("S-1", clock.instant(), null));
            new StopStore(database)
                    .add(stop("S-2", clock.instant(), clock.instant().minusSeconds(1)));
            other.look();
            assertThat(other.active()).extracting(State.Stop::id).containsExactly("S-1");
        }
    }

    @Test
    void aNodeWithoutItsDatabaseIsAsSilentAsItWas() throws Exception {
        Database database = TestDatabase.H2.database();
        DatabaseClock clock = new DatabaseClock(database);
        try (Schema schema = new Schema(database, clock)) {
            new StopStore(database)
                    .add(stop("S-1", clock.instant(), clock.instant().plus(Duration.ofDays(1))));
            new PolledStops(new StopStore(database), schema, clock, settings("node")).look();
        }
        assertThat(alone().active()).extracting(State.Stop::id).containsExactly("S-1");
        Path copy = temp.resolve("node/playbooks/stops");
        Files.writeString(copy, Files.readString(copy).replace("S-1", "S-9"));
        PolledStops forged = alone();
        assertThat(forged.active()).isEmpty();
        assertThat(forged.damaged()).contains("digest");
    }

    private PolledStops alone() {
        Database away = Node.away();
        DatabaseClock clock = new DatabaseClock(away);
        try (Schema schema = new Schema(away, clock)) {
            PolledStops stops = new PolledStops(new StopStore(away), schema, clock, settings("node"));
            stops.start();
            stops.stop();
            return stops;
        }
    }

    private ServiceSettings settings(String node) {
        return Node.settings(temp.resolve(node));
    }

    private static OrderedStop stop(String id, Instant at, @org.jspecify.annotations.Nullable Instant until) {
        return new OrderedStop(id, "*", null, until, "Test", "somebody", at);
    }
}
