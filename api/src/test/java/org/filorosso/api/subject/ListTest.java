package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a list is half replaced, two replacements mix, a number on the register does not protect its owner. */
class ListTest {
    private static final String PATH = "/v1/lists/do-not-call";

    private static Client.Answer put(TestDatabase database, String path, String type, String body) {
        return database.service().as(Role.INTEGRATION).send("PUT", path, type, BodyPublishers.ofString(body));
    }

    private static Set<String> lists(TestDatabase database, String id) {
        return database.service()
                .bean(SubjectReader.class)
                .read(id)
                .join()
                .seenBy(
                        database.service()
                                .bean(LivePlaybooks.class)
                                .named("telco")
                                .playbook(),
                        Instant.now())
                .subject()
                .lists();
    }

    @ParameterizedTest
    @EnumSource
    void replacesAddsAndRemoves(TestDatabase database) {
        Client client = database.service().as(Role.INTEGRATION);
        assertThat(put(database, "/v1/lists/vip", "text/csv", "id\nlist-1\nlist-2\n# note\nlist-2\n")
                        .json()
                        .path("count")
                        .longValue())
                .isEqualTo(2);
        assertThat(client.patch("/v1/lists/vip", "{'add': ['list-3', 'list-1'], 'remove': ['list-2', 'x']}")
                        .text())
                .contains("\"added\":1")
                .contains("\"removed\":1")
                .contains("\"count\":2");
        assertThat(client.get("/v1/lists/vip?limit=1").text()).contains("\"members\":[\"list-1\"],\"next\":\"list-1\"");
        assertThat(client.get("/v1/lists/vip?limit=1&after=list-1").text())
                .contains("\"members\":[\"list-3\"],\"next\":null");
        assertThat(put(database, "/v1/lists/vip", "application/json", "[\"list-9\"]")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/v1/lists/vip").text()).contains("\"members\":[\"list-9\"]");
        assertThat(put(database, "/v1/lists/vip", "text/csv", "")
                        .json()
                        .path("count")
                        .longValue())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void brokenReplacementsChangeNothing(TestDatabase database) {
        put(database, "/v1/lists/fibre%20pilot", "application/json", "[\"list-h\"]");
        String broken = IntStream.range(0, 6_000)
                .mapToObj(i -> i == 5_500 ? "not an id" : "list-b" + i)
                .collect(Collectors.joining("\n"));
        Client.Answer refused = put(database, "/v1/lists/fibre%20pilot", "text/csv", broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").get(0).path("pointer").stringValue())
                .isEqualTo("/5501");
        assertThat(database.service()
                        .as(Role.INTEGRATION)
                        .get("/v1/lists/fibre%20pilot")
                        .text())
                .contains("[\"list-h\"]");
        assertThat(put(database, "/v1/lists/vips", "application/json", "[]").text())
                .contains("vip");
        assertThat(put(database, PATH, "application/json", "{\"a\": 1}").status())
                .isEqualTo(422);
        assertThat(put(database, PATH, "application/json", "[1").status()).isIn(400, 422);
    }

    @ParameterizedTest
    @EnumSource
    void numbersOnTheRegisterProtectTheirOwners(TestDatabase database) {
        database.service().as(Role.INTEGRATION).patch(PATH, "{'add': ['+390677777777']}");
        database.service().as(Role.INTEGRATION).put("/v1/subjects/list-owner", "{'aliases': ['+390677777777']}");
        assertThat(lists(database, "list-owner")).containsExactly("do-not-call");
        assertThat(lists(database, "+390677777777")).containsExactly("do-not-call");
        assertThat(lists(database, "+390688888888")).isEmpty();
    }

    /** Many replace at once: one of them is what stays, not a mixture. */
    @ParameterizedTest
    @EnumSource
    void replacementsAtOnceDoNotMix(TestDatabase database) {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> put(
                                database,
                                "/v1/lists/legal%20dispute",
                                "application/json",
                                "[\"list-m" + i + "\", \"list-n" + i + "\"]")
                        .status()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).contains(200).isSubsetOf(200, 409);
        var page = database.service()
                .as(Role.INTEGRATION)
                .get("/v1/lists/legal%20dispute")
                .json();
        assertThat(page.path("count").longValue()).isEqualTo(2);
        assertThat(page.path("members").get(0).stringValue().substring(6))
                .isEqualTo(page.path("members").get(1).stringValue().substring(6));
    }
}
