package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: a customer objects, and the next answer proposes as if he had not. */
class ConsentTest {

    private static long refusedForConsent(Client agent) {
        return agent.post(
                        "/v1/decisions",
                        "{'subjectId': 'consent-1', 'channel': 'contact-centre', 'direction': 'inbound',"
                                + " 'playbook': 'telco', 'dryRun': true, 'explain': 'summary'}")
                .json()
                .path("explain")
                .path("candidates")
                .valueStream()
                .filter(candidate -> candidate.path("stage").stringValue().equals("channel"))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void objectionsHoldAtTheNextDecision(TestDatabase database) {
        Client agent = database.service().as(Role.AGENT);
        long before = refusedForConsent(agent);
        assertThat(agent.post(
                                "/v1/subjects/consent-1/consents",
                                "{'purpose': 'marketing', 'granted': false, 'source': 'call'}")
                        .status())
                .isEqualTo(201);
        long objected = refusedForConsent(agent);
        assertThat(objected).isGreaterThan(before);
        assertThat(agent.post("/v1/subjects/consent-1/consents", "{'purpose': 'marketing', 'granted': true}")
                        .status())
                .isEqualTo(200);
        assertThat(refusedForConsent(agent)).isEqualTo(before);
    }
}
