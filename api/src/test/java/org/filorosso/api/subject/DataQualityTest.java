package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: values that no longer count are taken for good ones, or what they cost is not told. */
class DataQualityTest {

    private static JsonNode line(TestDatabase database, String attribute) {
        JsonNode report = database.service()
                .as(Role.ANALYST)
                .get("/v1/data-quality?playbook=telco")
                .json();
        return report.path("attributes")
                .valueStream()
                .filter(line -> line.path("attribute").stringValue().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void countsMissingStaleAndNotAllowed(TestDatabase database) {
        JsonNode before = line(database, "overdue bills");
        JsonNode contract = line(database, "contract");
        var client = database.service().as(Role.INTEGRATION);
        client.put("/v1/subjects/quality-1", "{'attributes': {'overdue bills': 2}}");
        client.put(
                "/v1/subjects/quality-2",
                "{'attributes': {'overdue bills': {'value': 2, 'asOf': '2024-01-01T00:00:00Z'}}}");
        client.put("/v1/subjects/quality-3", "{'attributes': {'contract': 'One year'}}");
        // what an earlier revision allowed
        new Planted(database)
                .update(
                        "update subject set attributes = ? where id = 'quality-3'",
                        "{\"contract\": {\"value\": \"For life\", \"asOf\": \"2026-01-01T00:00:00Z\"}}");

        JsonNode after = line(database, "overdue bills");

        assertThat(after.path("missing").longValue() - before.path("missing").longValue())
                .isEqualTo(1);
        assertThat(after.path("stale").longValue() - before.path("stale").longValue())
                .isEqualTo(1);
        assertThat(after.path("maxAge").stringValue()).isEqualTo("P60D");
        assertThat(line(database, "contract").path("outOfRange").longValue()
                        - contract.path("outOfRange").longValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatUnknownValuesCost(TestDatabase database) {
        database.service()
                .as(Role.AGENT)
                .post(
                        "/v1/decisions",
                        "{'requestId': 'quality-9', 'subjectId': 'quality-9', 'channel': 'contact-centre',"
                                + " 'direction': 'inbound', 'playbook': 'telco'}");
        JsonNode report = database.service()
                .as(Role.ANALYST)
                .get("/v1/data-quality?playbook=telco")
                .json();
        assertThat(report.path("decisions").intValue()).isPositive();
        assertThat(report.path("attributes")
                        .valueStream()
                        .mapToLong(line -> line.path("lostCandidates").longValue()))
                .anyMatch(lost -> lost > 0);
    }
}
