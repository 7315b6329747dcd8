package org.filorosso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: a key opens after it was taken back, opens what its role may not, or its secret is kept somewhere. */
class KeyTest {

    @ParameterizedTest
    @EnumSource
    void opensUntilItIsTakenBack(TestDatabase database) {
        RunningService service = database.service();
        Client admin = service.as(Role.ADMIN);
        Answer made = admin.post("/v1/keys", "{'role': 'admin', 'name': 'second admin'}");
        assertThat(made.status()).isEqualTo(201);
        Client second = service.with(made.json().get("key").asString());
        assertThat(second.get("/v1/keys").status()).isEqualTo(200);
        assertThat(admin.delete("/v1/keys/" + made.json().get("id").asString()).status())
                .isEqualTo(204);
        assertThat(second.get("/v1/keys").status()).isEqualTo(401);
        assertThat(admin.delete("/v1/keys/" + made.json().get("id").asString()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void isTakenBackOnEveryNode(TestDatabase database) {
        RunningService service = database.service();
        Answer made = service.as(Role.ADMIN).post("/v1/keys", "{'role': 'agent', 'name': 'other node'}");
        String token = made.json().get("key").asString();
        KeyRing other = new KeyRing(
                service.bean(KeyStore.class),
                new KeyFile(service.dataDir().resolve("other.cache")),
                java.time.InstantSource.system());
        other.look();
        assertThat(other.holder(token)).isPresent();
        service.as(Role.ADMIN).delete("/v1/keys/" + made.json().get("id").asString());
        other.look();
        assertThat(other.holder(token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isKnownToANodeWithoutItsDatabase(TestDatabase database) {
        RunningService service = database.service();
        KeyRing cold = new KeyRing(
                service.bean(KeyStore.class),
                new KeyFile(service.dataDir().resolve("keys.cache")),
                java.time.InstantSource.system());
        assertThat(cold.holder(service.key(Role.AGENT))).map(ApiKey::role).contains(Role.AGENT);
        assertThat(cold.holder(service.key(Role.AGENT) + "x")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isNowhereKeptButInTheFileToHandOver(TestDatabase database) throws IOException {
        RunningService service = database.service();
        String token = service.key(Role.ADMIN);
        String secret = token.substring(token.indexOf('.') + 1);
        assertThat(service.as(Role.ADMIN).get("/v1/keys").text()).doesNotContain(secret);
        assertThat(Files.readString(service.dataDir().resolve("keys.cache"))).doesNotContain(secret);
        assertThat(service.bean(KeyStore.class).all())
                .noneMatch(key -> key.toString().contains(secret));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(service.dataDir().resolve("keys.txt"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @EnumSource
    void tellsAllThatIsWrongWithAKeyAskedFor(TestDatabase database) {
        Answer answer = database.service()
                .as(Role.ADMIN)
                .post("/v1/keys", "{'role': 'admn', 'name': '', 'expiresAt': '2001-01-01T00:00:00Z'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().findValuesAsString("pointer")).containsExactly("/role", "/name", "/expiresAt");
        assertThat(answer.text()).contains("Maybe \\\"admin\\\"?");
    }

    @ParameterizedTest
    @EnumSource
    void opensOnlyWhatItsRoleMay(TestDatabase database) {
        RunningService service = database.service();
        assertThat(service.as(Role.AGENT).get("/v1/keys").status()).isEqualTo(403);
        assertThat(service.with("fr_000000000000.garbage").get("/v1/keys").status())
                .isEqualTo(401);
        assertThat(service.with("garbage").get("/v1/keys").status()).isEqualTo(401);
    }
}
