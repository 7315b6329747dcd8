package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a question is answered twice, not stored, or refused without saying all that is wrong. */
class DecisionApiTest {

    @ParameterizedTest
    @EnumSource
    void answersAndStoresAndAnswersTheSameAgain(TestDatabase database) {
        String body = "{'requestId': 'call-1', 'subjectId': 'da-1', 'channel': 'contact-centre',"
                + " 'direction': 'inbound', 'playbook': 'telco', 'explain': 'summary'}";
        Answer first = database.service().as(Role.AGENT).post("/v1/decisions", body);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("degraded").isNull()).as(first.text()).isTrue();
        assertThat(first.json().path("placements").path(0).path("name").stringValue())
                .isEqualTo("screen");
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
}
