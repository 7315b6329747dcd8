package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Caller;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: an agent is told another standing than decisions act on; personal values reach who may not see them. */
class SubjectViewTest {

    @ParameterizedTest
    @EnumSource
    void tellsProfileStandingAndPastAtOnce(TestDatabase database) {
        Client client = database.service().as(Role.INTEGRATION);
        client.put(
                "/v1/subjects/view-1",
                "{'attributes': {'tenure months': 2, 'first name': 'Zenobia'}, 'consents': {'marketing': true},"
                        + " 'household': 'view-h'}");
        Planted planted = new Planted(database)
                .event("view-1", "bill-paid", "b-1", "{\"amount\": 60}", 60)
                .interaction("view-1", "view-i", "rejected", 30)
                .quote("view-1", "view-i", "[]");
        planted.update(
                "update interaction set outcome = 'later', resume_at = ? where subject_id = 'view-1'",
                planted.ago(-600));

        JsonNode view = client.get("/v1/subjects/view-1").json();

        assertThat(view.path("playbook").stringValue()).isEqualTo("telco");
        assertThat(view.path("stage").stringValue()).isEqualTo("onboarding");
        assertThat(view.path("monetary").decimalValue()).isEqualByComparingTo("60");
        assertThat(view.path("customerValue").decimalValue()).isEqualByComparingTo("60");
        assertThat(view.path("rfm").stringValue()).hasSize(3);
        assertThat(view.path("quotes").get(0).path("price").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(view.path("openThreads").get(0).path("kind").stringValue()).isEqualTo("later");
        assertThat(view.path("openThreads").get(0).path("effect").stringValue()).isEqualTo("wait");
        assertThat(view.path("lastInteractions").size()).isEqualTo(2);
        assertThat(view.path("attributes").path("first name").path("value").stringValue())
                .isEqualTo("Zenobia");
    }

    @ParameterizedTest
    @EnumSource
    void suppressionsAreThoseThatDecisionsMeet(TestDatabase database) {
        Planted planted = new Planted(database);
        for (int i = 0; i < 12; i++) {
            planted.interaction("view-2", "view-s" + i, "rejected", 60 * (i + 1));
        }
        JsonNode view =
                database.service().as(Role.AGENT).get("/v1/subjects/view-2").json();
        assertThat(view.path("suppressions").isEmpty()).isFalse();
        assertThat(view.path("suppressions")).allSatisfy(one -> {
            assertThat(one.path("until").isNull()).isFalse();
            assertThat(one.path("count").longValue())
                    .isGreaterThanOrEqualTo(one.path("limit").longValue());
        });
    }

    @ParameterizedTest
    @EnumSource
    void personalValuesAreMaskedForWhoTriesACustomer(TestDatabase database) {
        database.service()
                .as(Role.INTEGRATION)
                .put("/v1/subjects/view-3", "{'attributes': {'first name': 'Zenobia', 'partner': true}}");
        assertThat(database.service().bean(LivePlaybooks.class).named("telco")).isNotNull();
        SubjectView view = database.service()
                .bean(SubjectViews.class)
                .of("view-3", "telco", new Caller("somebody", Role.MARKETER));
        assertThat(view.attributes().get("first name").masked()).isTrue();
        assertThat(view.attributes().get("first name").value()).isNull();
        assertThat(view.attributes().get("partner").value()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotKnownIsNotFound(TestDatabase database) {
        Client client = database.service().as(Role.AGENT);
        assertThat(client.get("/v1/subjects/view-nobody").status()).isEqualTo(404);
        assertThat(client.get("/v1/subjects/a%00b").status()).isIn(400, 422);
        assertThat(client.get("/v1/subjects/view-1?playbook=tleco").status()).isIn(404, 422);
    }
}
