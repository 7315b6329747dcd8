package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a broken row takes good ones with it, or is passed over in silence; a file wipes what it does not speak of. */
class SubjectImportTest {
    private static final String NDJSON = "application/x-ndjson";

    private static Client.Answer send(TestDatabase database, String type, String query, String body) {
        return database.service()
                .as(Role.INTEGRATION)
                .send("POST", "/v1/subjects:import" + query, type, BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private static JsonNode subject(TestDatabase database, String id) {
        return database.service().as(Role.INTEGRATION).get("/v1/subjects/" + id).json();
    }

    @ParameterizedTest
    @EnumSource
    void goodRowsAreStoredAndBrokenOnesNamed(TestDatabase database) {
        Client.Answer answer = send(database, NDJSON, "", """
                {'id': 'import-1', 'attributes': {'tenure months': 3}, 'consents': {'marketing': true}}
                {'id': 'import-2', 'attributes': {'tenure months': 'three', 'plann': 1}}
                no json at all

                {'attributes': {}}
                {'id': 'import-3', 'household': 'import-h'}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.path("rows").longValue()).isEqualTo(5);
        assertThat(report.path("stored").longValue()).isEqualTo(2);
        assertThat(report.path("created").longValue()).isEqualTo(2);
        assertThat(report.path("refused").longValue()).isEqualTo(3);
        assertThat(report.path("errors")
                        .valueStream()
                        .map(error -> error.path("line").longValue() + " "
                                + error.path("pointer").stringValue()))
                .containsExactly("2 /attributes/tenure months", "2 /attributes/plann", "3 ", "5 /id");
        assertThat(subject(database, "import-1")
                        .path("consents")
                        .path("marketing")
                        .path("granted")
                        .booleanValue())
                .isTrue();
        assertThat(subject(database, "import-3").path("household").stringValue())
                .isEqualTo("import-h");
    }

    @ParameterizedTest
    @EnumSource
    void csvHasTheColumnsOfThePlaybookAndLeavesTheRestAlone(TestDatabase database) {
        database.service()
                .as(Role.INTEGRATION)
                .put(
                        "/v1/subjects/import-csv",
                        "{'attributes': {'contract': 'One year', 'first name': 'Ada'}, 'aliases': ['import-alias'],"
                                + " 'consents': {'profiling': true}}");
        Client.Answer answer = send(
                database,
                "text/csv",
                "?playbook=telco",
                "customerID;tenure;Contract;consents\nimport-csv;14;;-telemarketing\nimport-csv2;x;;\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("stored").longValue()).isEqualTo(1);
        assertThat(answer.json().path("created").longValue()).isZero();
        assertThat(answer.json().path("errors").get(0).path("line").longValue()).isEqualTo(3);
        JsonNode merged = subject(database, "import-csv");
        assertThat(merged.path("attributes").propertyNames()).containsExactly("first name", "tenure months");
        assertThat(merged.path("aliases").get(0).stringValue()).isEqualTo("import-alias");
        assertThat(merged.path("consents").path("profiling").path("granted").booleanValue())
                .isTrue();
        assertThat(merged.path("consents").path("telemarketing").path("granted").booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void headersThatNobodyKnowsStoreNothing(TestDatabase database) {
        Client.Answer answer = send(database, "text/csv", "?playbook=telco", "customerID,tenur\nimport-header,14\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("tenure");
        assertThat(send(database, "application/xml", "", "<a/>").status()).isEqualTo(415);
        assertThat(database.service()
                        .as(Role.INTEGRATION)
                        .get("/v1/subjects/import-header")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void takenAliasesRefuseTheirRowAlone(TestDatabase database) {
        database.service().as(Role.INTEGRATION).put("/v1/subjects/import-owner", "{'aliases': ['import-taken']}");
        String body = IntStream.range(0, 50)
                .mapToObj(i -> "{'id': 'import-a" + i + "'" + (i == 30 ? ", 'aliases': ['import-taken']" : "") + "}")
                .collect(Collectors.joining("\n"));
        JsonNode report = send(database, NDJSON, "", body).json();
        assertThat(report.path("stored").longValue()).isEqualTo(49);
        assertThat(report.path("errors").get(0).path("line").longValue()).isEqualTo(31);
        assertThat(report.path("errors").get(0).path("pointer").stringValue()).isEqualTo("/aliases/0");
    }

    /** More than a batch, each id twice: the later row wins, and all are counted. */
    @ParameterizedTest
    @EnumSource
    void laterRowsOfOneSubjectWin(TestDatabase database) {
        String body = IntStream.range(0, 5_000)
                .mapToObj(i -> "{'id': 'import-many" + i % 2_500 + "', 'attributes': {'tenure months': " + i + "}}")
                .collect(Collectors.joining("\n"));
        JsonNode report = send(database, NDJSON, "", body).json();
        assertThat(report.path("stored").longValue()).isEqualTo(5_000);
        assertThat(report.path("created").longValue()).isEqualTo(2_500);
        Database store = database.service().bean(Database.class);
        assertThat(store.sql()
                        .sql("select count(*) from subject where id like 'import-many%' and version = 2")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_500);
        assertThat(subject(database, "import-many7")
                        .path("attributes")
                        .path("tenure months")
                        .path("value")
                        .intValue())
                .isEqualTo(2_507);
    }

    @ParameterizedTest
    @EnumSource
    void bodiesThatBreakOffTellWhatIsStored(TestDatabase database) {
        Client.Answer answer = send(
                database,
                "text/csv",
                "?playbook=telco",
                "customerID,tenure\nimport-break,14\nimport-break2,\"15\nimport-break3,16\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").stringValue()).contains("row 1");
        assertThat(subject(database, "import-break").path("version").longValue())
                .isEqualTo(1);
    }
}
