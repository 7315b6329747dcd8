package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.decision.ResponseToken;
import org.filorosso.api.decision.ResponseTokens;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a response is lost, counted twice, taken in part, or taken though it cannot be. */
class ResponseTest {

    private static Answer post(TestDatabase on, String responses) {
        return on.service().as(Role.AGENT).post("/v1/responses", "{'responses': [" + responses + "]}");
    }

    private static long rows(TestDatabase on, String interaction) {
        return on.service()
                .bean(Database.class)
                .sql()
                .sql("select count(*) from interaction where interaction_id = ?")
                .param(interaction)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void recordsWhatWasSaid(TestDatabase on) {
        String id = DecidedRows.inbound(on, "said-1", "activate-app");
        Answer answer = post(on, """
                {'interactionId': '%s', 'action': 'activate-app', 'outcome': 'presented'},
                {'interactionId': '%s', 'action': 'activate-app', 'outcome': 'rejected', 'reason': 'price'}""".formatted(id, id));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode first = answer.json().at("/recorded/0");
        assertThat(first.get("interactionId").asString()).isEqualTo(id);
        assertThat(first.get("granted").asBoolean()).isTrue();
        assertThat(first.get("duplicate").asBoolean()).isFalse();
        assertThat(rows(on, id)).isEqualTo(2);
    }

    /** Hazard: many desks retry at once, and the customer counts many times. */
    @ParameterizedTest
    @EnumSource
    void hasOneEffectHoweverOftenItIsPostedAtOnce(TestDatabase on) {
        String id = DecidedRows.inbound(on, "fifty", "activate-app");
        String body = "{'interactionId': '" + id + "', 'action': 'activate-app', 'outcome': 'accepted', 'key': 'k-" + id
                + "'}";
        List<Answer> answers =
                IntStream.range(0, 50)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(on, body)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream()
                        .filter(answer ->
                                !answer.json().at("/recorded/0/duplicate").asBoolean()))
                .hasSize(1);
        assertThat(answers.stream()
                        .map(answer -> answer.text().replace("true", "false"))
                        .distinct())
                .hasSize(1);
        assertThat(rows(on, id)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheKeyOfAnotherResponse(TestDatabase on) {
        String id = DecidedRows.inbound(on, "reuse", "activate-app");
        String body =
                "{'interactionId': '" + id + "', 'action': 'activate-app', 'outcome': '%s', 'key': 'r-" + id + "'}";
        assertThat(post(on, body.formatted("presented")).status()).isEqualTo(200);
        Answer other = post(on, body.formatted("accepted"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("API-REUSED");
        assertThat(other.json().at("/errors/0/pointer").asString()).isEqualTo("/responses/0/key");
        assertThat(rows(on, id)).isEqualTo(1);
    }

    /** Hazard: a list is taken in part, or its faults are told one at a time. */
    @ParameterizedTest
    @EnumSource
    void takesAllOrNothingAndTellsEveryFault(TestDatabase on) {
        String id = DecidedRows.inbound(on, "faulty", "activate-app");
        Answer answer = post(on, """
                {'interactionId': '%s', 'action': 'activate-app', 'outcome': 'presented'},
                {'interactionId': '%s', 'action': 'activate-app', 'outcome': 'rejected', 'reason': 'pric',
                 'channel': 'fax', 'price': -1, 'resumeAt': '2036-12-01T10:00:00Z', 'at': 'yesterday'},
                {'interactionId': '%s', 'action': 'activate-app', 'outcome': 'acepted'}""".formatted(id, id, id));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/responses/1/reason",
                        "/responses/1/channel",
                        "/responses/1/price",
                        "/responses/1/resumeAt",
                        "/responses/1/at",
                        "/responses/2/outcome");
        assertThat(answer.text()).contains("no need", "contact-centre", "accepted");
        assertThat(rows(on, id)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotKnowAnInteractionThatIsNotStored(TestDatabase on) {
        Answer answer = post(on, "{'interactionId': 'nobody', 'action': 'activate-app', 'outcome': 'presented'}");
        assertThat(answer.status()).isEqualTo(404);
    }

    /** Hazard: an event is taken that no rule can read, or counts twice. */
    @ParameterizedTest
    @EnumSource
    void takesDeclaredEventsOnce(TestDatabase on) {
        Client agent = on.service().as(Role.AGENT);
        String event = "{'events': [{'subjectId': 'ev-1', 'event': 'complaint-opened', 'key': 'c-1',"
                + " 'fields': {'topic': '%s'}}]}";
        Answer first = agent.post("/v1/events", event.formatted("bill"));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(agent.post("/v1/events", event.formatted("bill"))
                        .json()
                        .at("/recorded/0/duplicate")
                        .asBoolean())
                .isTrue();
        assertThat(agent.post("/v1/events", event.formatted("fault")).status()).isEqualTo(422);
        Answer undeclared = agent.post(
                "/v1/events",
                "{'events': [{'subjectId': 'ev-1', 'event': 'complaint', 'key': '1'},"
                        + " {'subjectId': 'ev-1', 'event': 'complaint-opened', 'key': '2', 'fields': {'topic': 'x'}}]}");
        assertThat(undeclared.status()).isEqualTo(422);
        assertThat(undeclared.text()).contains("complaint-opened", "contract", "/events/1/fields/topic");
    }

    /** Hazard: an answer that was never stored (degraded, or from another run) cannot be responded to. */
    @ParameterizedTest
    @EnumSource
    void believesATokenWhoseDecisionIsNotStored(TestDatabase on) {
        ResponseToken said = new ResponseToken(
                "run-1-" + on,
                "token-1",
                "activate-app",
                "T-1",
                "email",
                Direction.OUTBOUND,
                1,
                "telco",
                on.service().bean(LivePlaybooks.class).named("telco").revision(),
                "onboarding",
                null,
                Instant.parse("2026-11-20T10:00:00Z"));
        String token = on.service().bean(ResponseTokens.class).sign(said);
        Answer answer = post(on, "{'responseToken': '" + token + "', 'outcome': 'sent'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(rows(on, "run-1-" + on)).isEqualTo(1);
        Answer changed = post(on, "{'responseToken': 'x" + token + "', 'outcome': 'sent'}");
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.json().at("/errors/0/pointer").asString()).isEqualTo("/responses/0/responseToken");
    }
}
