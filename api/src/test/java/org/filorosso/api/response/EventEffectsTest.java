package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: who opted out is contacted again, a purchase in the shop closes no loop or closes it twice. */
class EventEffectsTest {

    private static Answer tell(TestDatabase on, String event) {
        return on.service().as(Role.INTEGRATION).post("/v1/events", "{'events': [" + event + "]}");
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheConsentOfAnOptOutAtOnce(TestDatabase on) {
        Client caller = on.service().as(Role.INTEGRATION);
        caller.put("/v1/subjects/opt-1", "{'consents': {'marketing': true}, 'aliases': ['opt-alias']}");
        Answer told = tell(
                on, "{'subjectId': 'opt-alias', 'event': 'opt-out', 'key': '1', 'fields': {'purpose': 'marketing'}}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.json().at("/recorded/0/subjectId").asString()).isEqualTo("opt-1");
        assertThat(on.service()
                        .bean(Database.class)
                        .sql()
                        .sql("select consents from subject where id = 'opt-1'")
                        .query(String.class)
                        .single())
                .contains("false")
                .doesNotContain("true");
    }

    @ParameterizedTest
    @EnumSource
    void takesAPurchaseForTheAcceptanceOfWhatWasPresented(TestDatabase on) {
        String id = DecidedRows.inbound(on, "buyer", "activate-app");
        Answer shown = on.service()
                .as(Role.AGENT)
                .post(
                        "/v1/responses",
                        "{'responses': [{'interactionId': '" + id
                                + "', 'action': 'activate-app', 'outcome': 'presented'}]}");
        assertThat(shown.status()).isEqualTo(200);
        String bought = "{'subjectId': 'buyer', 'event': 'purchase', 'key': 'order-7',"
                + " 'fields': {'product': 'app', 'amount': 19.9}}";
        for (int i = 0; i < 2; i++) {
            Answer told = tell(on, bought);
            assertThat(told.status()).as(told.text()).isEqualTo(200);
        }
        tell(on, bought.replace("order-7", "order-8"));
        assertThat(on.service()
                        .bean(Database.class)
                        .sql()
                        .sql("select amount from interaction where interaction_id = ? and outcome = 'accepted'")
                        .param(id)
                        .query(java.math.BigDecimal.class)
                        .list())
                .singleElement()
                .satisfies(amount -> assertThat(amount).isEqualByComparingTo("19.9"));
    }
}
