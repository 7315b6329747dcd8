package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a change is lost among others, an alias belongs to two, rubbish is stored, a mistake is told in part. */
class SubjectChangesTest {

    private static Client client(TestDatabase database) {
        return database.service().as(Role.INTEGRATION);
    }

    @ParameterizedTest
    @EnumSource
    void putReplacesAndPatchMerges(TestDatabase database) {
        Client client = client(database);
        Client.Answer created = client.put(
                "/v1/subjects/change-1",
                "{'attributes': {'partner': true, 'contract': 'One year'}, 'household': 'change-h',"
                        + " 'preferredChannels': ['email'], 'aliases': ['change-1-a']}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("version").longValue()).isEqualTo(1);

        assertThat(client.patch(
                                "/v1/subjects/change-1",
                                "{'attributes': {'contract': null, 'tenure months': 3}, 'household': null}")
                        .status())
                .isEqualTo(200);
        JsonNode merged = client.get("/v1/subjects/change-1").json();
        assertThat(merged.path("attributes").propertyNames()).containsExactly("partner", "tenure months");
        assertThat(merged.path("household").isNull()).isTrue();
        assertThat(merged.path("preferredChannels").get(0).stringValue()).isEqualTo("email");
        assertThat(merged.path("aliases").get(0).stringValue()).isEqualTo("change-1-a");

        assertThat(client.put("/v1/subjects/change-1", "{'attributes': {'contract': 'Two year'}}")
                        .status())
                .isEqualTo(200);
        JsonNode replaced = client.get("/v1/subjects/change-1").json();
        assertThat(replaced.path("attributes").propertyNames()).containsExactly("contract");
        assertThat(replaced.path("aliases").size()).isZero();
        assertThat(replaced.path("version").longValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void allFaultsAreToldAtOnceWithTheirPlaces(TestDatabase database) {
        Client.Answer refused = client(database)
                .put(
                        "/v1/subjects/change-faults",
                        "{'attributes': {'tenure month': 3, 'partner': 'maybe', 'contract': 'Three year'},"
                                + " 'consents': {'marketting': true, 'profiling': 'yes',"
                                + " 'telemarketing': {'granted': true, 'at': '2126-01-01T00:00:00Z'}},"
                                + " 'preferredChannels': ['e-mail'], 'household': 'a b', 'aliases': ['x', 'ü'],"
                                + " 'rfm': '999', 'color': 1}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/color",
                        "/attributes/tenure month",
                        "/attributes/partner",
                        "/attributes/contract",
                        "/consents/marketting",
                        "/consents/profiling",
                        "/consents/telemarketing/at",
                        "/preferredChannels/0",
                        "/household",
                        "/aliases/1",
                        "/rfm");
        assertThat(refused.text()).contains("tenure months").contains("marketing");
        assertThat(client(database).get("/v1/subjects/change-faults").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aliasesHaveOneOwner(TestDatabase database) {
        Client client = client(database);
        client.put("/v1/subjects/change-a", "{'aliases': ['change-alias']}");
        Client.Answer taken = client.put("/v1/subjects/change-b", "{'aliases': ['change-free', 'change-alias']}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("errors").get(0).path("pointer").stringValue())
                .isEqualTo("/aliases/1");
        assertThat(client.get("/v1/subjects/change-b").status()).isEqualTo(404);
        assertThat(client.put("/v1/subjects/change-c", "{'aliases': ['change-a']}")
                        .status())
                .isEqualTo(409);
        assertThat(client.patch("/v1/subjects/change-alias", "{'language': 'it'}")
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo("change-a");
    }

    /** Many ask for the same alias at the same time: one gets it. */
    @ParameterizedTest
    @EnumSource
    void oneOfManyGetsAnAliasAskedForAtOnce(TestDatabase database) {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client(database)
                        .put("/v1/subjects/change-race-" + i, "{'aliases': ['change-wanted']}")
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsLostAmongManyWriters(TestDatabase database) {
        client(database).put("/v1/subjects/change-many", "{}");
        List<String> names = List.of("tenure months", "monthly spend", "total spend", "overdue bills");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client(database)
                        .patch("/v1/subjects/change-many", "{'attributes': {'" + names.get(i % 4) + "': " + i + "}}")
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        JsonNode subject = client(database).get("/v1/subjects/change-many").json();
        assertThat(subject.path("attributes").propertyNames()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(subject.path("version").longValue()).isEqualTo(41);
    }

    @ParameterizedTest
    @EnumSource
    void changesToAVersionThatPassedAreRefused(TestDatabase database) {
        Client client = client(database);
        assertThat(client.put("/v1/subjects/change-version", "{}").headers().firstValue("ETag"))
                .contains("\"1\"");
        assertThat(client.get("/v1/subjects/change-version").headers().firstValue("ETag"))
                .contains("\"1\"");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client(database)
                        .put("/v1/subjects/change-version", "{'rfm': '11" + (i % 5 + 1) + "'}", "\"1\"")
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    @ParameterizedTest
    @EnumSource
    void consentsKeepTheirHistoryAndTheLatestWordHolds(TestDatabase database) {
        Client client = client(database);
        assertThat(client.post(
                                "/v1/subjects/change-consent/consents",
                                "{'purpose': 'marketing', 'granted': false, 'source': 'call'}")
                        .status())
                .isEqualTo(201);
        client.patch(
                "/v1/subjects/change-consent",
                "{'consents': {'marketing': {'granted': true, 'at': '2026-01-01T00:00:00Z', 'source': 'nightly'}}}");
        client.put("/v1/subjects/change-consent", "{'attributes': {'partner': true}}");
        JsonNode consent = client.get("/v1/subjects/change-consent")
                .json()
                .path("consents")
                .path("marketing");
        assertThat(consent.path("granted").booleanValue()).isFalse();
        assertThat(consent.path("source").stringValue()).isEqualTo("call");
        assertThat(database.service()
                        .bean(Database.class)
                        .sql()
                        .sql("select source from consent_entry where subject_id = 'change-consent' order by source")
                        .query(String.class)
                        .list())
                .containsExactly("call", "nightly");
        assertThat(client.post("/v1/subjects/change-consent/consents", "{'purpose': 'spam', 'granted': 1}")
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
    }
}
