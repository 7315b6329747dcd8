package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a question is answered twice, not stored, or refused without saying all that is wrong. */
class DecisionApiTest {

    @ParameterizedTest
    @EnumSource
    void answersAndStoresAndAnswersTheSameAgain(TestDatabase database) {
        String body = "{'requestId': 'da-call-1', 'subjectId': 'da-1', 'channel': 'contact-centre',"
                + " 'direction': 'inbound', 'playbook': 'telco', 'explain': 'summary'}";
        Answer first = database.service().as(Role.AGENT).post("/v1/decisions", body);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("degraded").isNull()).as(first.text()).isTrue();
        assertThat(first.json().path("placements").path(0).path("name").stringValue())
                .isEqualTo("next-best");
        Answer second = database.service().as(Role.AGENT).post("/v1/decisions", body);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(database.service()
                        .bean(DecisionRecords.class)
                        .find(first.json().path("interactionId").stringValue()))
                .hasValueSatisfying(record ->
                        assertThat(record.again().decision().subjectId()).isEqualTo("da-1"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsEveryFaultAtOnce(TestDatabase database) {
        Answer answer = database.service()
                .as(Role.AGENT)
                .post(
                        "/v1/decisions",
                        "{'requestId': 'a b', 'subjectId': '', 'channel': 'contact-center', 'playbook': 'telco',"
                                + " 'contexts': {'reason': 1}, 'language': 'fr', 'at': 'now', 'explain': 'all'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").stringValue())
                .contains("/requestId", "/subjectId", "/channel", "/contexts/reason", "/language", "/at", "/explain");
        assertThat(answer.text()).contains("Maybe \\\"contact-centre\\\"?");
    }

    @ParameterizedTest
    @EnumSource
    void explainsAPastDecisionWithTheFactsOfThatMoment(TestDatabase database) {
        Client agent = database.service().as(Role.AGENT);
        JsonNode decided = agent.post("/v1/decisions", question("'requestId': 'da-call-2', 'subjectId': 'da-2'"))
                .json();
        String id = decided.path("interactionId").stringValue();
        Answer explained = agent.get("/v1/decisions/" + id + "?explain=full");
        assertThat(explained.status()).as(explained.text()).isEqualTo(200);
        assertThat(explained.json().path("placements")).isEqualTo(decided.path("placements"));
        assertThat(explained.json().path("explain").path("candidates")).isNotEmpty();
        assertThat(agent.get("/v1/decisions/nobody:knows").status()).isEqualTo(404);
        assertThat(agent.get("/v1/decisions/" + id + "?explain=much").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunLeavesNothingBehind(TestDatabase database) {
        Answer tried = database.service()
                .as(Role.MARKETER)
                .post(
                        "/v1/decisions",
                        question("'subjectId': 'da-3', 'dryRun': true, 'at': '2026-03-01T10:00:00+01:00',"
                                + " 'profile': {'tenure months': 30, 'contract': 'One year'}"));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().path("decidedAt").stringValue()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(tried.json().findValues("responseToken")).allMatch(JsonNode::isNull);
        assertThat(database.service()
                        .bean(DecisionRecords.class)
                        .find(tried.json().path("interactionId").stringValue()))
                .isEmpty();
        Answer real = database.service().as(Role.MARKETER).post("/v1/decisions", question("'subjectId': 'da-3'"));
        assertThat(real.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsAnsweredWholeOrRefusedWhole(TestDatabase database) {
        Client system = database.service().as(Role.INTEGRATION);
        String good = question("'requestId': 'b-1', 'subjectId': 'db-1'");
        String other = question("'requestId': 'b-2', 'subjectId': 'db-2'");
        Answer refused = system.post(
                "/v1/decisions:batch", "{'requests': [" + good + ", {'subjectId': 'x', 'channel': 'fax'}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("pointer").stringValue())
                .startsWith("/requests/1/");
        Answer whole = system.post("/v1/decisions:batch", "{'requests': [" + good + ", " + other + "]}");
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
        assertThat(whole.json().path("decisions"))
                .extracting(one -> one.path("subjectId").stringValue())
                .containsExactly("db-1", "db-2");
        assertThat(system.post("/v1/decisions", good).json())
                .isEqualTo(whole.json().path("decisions").path(0));
        Answer reused = system.post(
                "/v1/decisions:batch",
                "{'requests': [" + question("'requestId': 'b-3', 'subjectId': 'db-3'") + ", "
                        + question("'requestId': 'b-2', 'subjectId': 'db-1'") + "]}");
        assertThat(reused.status()).as(reused.text()).isEqualTo(422);
        assertThat(reused.json().path("code").stringValue()).isEqualTo("API-REUSED");
        assertThat(reused.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/requests/1/requestId");
    }

    @ParameterizedTest
    @EnumSource
    void aTokenTellsWhatAResponseNeeds(TestDatabase database) {
        JsonNode answer = database.service()
                .as(Role.AGENT)
                .post("/v1/decisions", question("'requestId': 'call-4', 'subjectId': 'da-4'"))
                .json();
        JsonNode result = answer.path("placements").path(0).path("results").path(0);
        assertThat(result.isMissingNode()).as(answer.toString()).isFalse();
        ResponseToken token = database.service()
                .bean(ResponseTokens.class)
                .verify(result.path("responseToken").stringValue())
                .orElseThrow();
        assertThat(token.interactionId()).isEqualTo(answer.path("interactionId").stringValue());
        assertThat(token.action()).isEqualTo(result.path("action").stringValue());
        assertThat(token.subjectId()).isEqualTo("da-4");
    }

    private static String question(String with) {
        return "{" + with + ", 'playbook': 'telco', 'channel': 'contact-centre', 'direction': 'inbound'}";
    }
}
