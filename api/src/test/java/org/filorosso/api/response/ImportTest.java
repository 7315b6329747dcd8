package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a bad row takes a file with it or is lost in silence, a file that is sent again counts twice. */
class ImportTest {

    private static Answer send(TestDatabase on, String path, String type, String body) {
        return on.service().as(Role.INTEGRATION).send("POST", path, type, BodyPublishers.ofString(body));
    }

    private static long rows(TestDatabase on, String where) {
        return on.service()
                .bean(Database.class)
                .sql()
                .sql("select count(*) from " + where)
                .query(Long.class)
                .single();
    }

    private static void counts(Answer answer, int rows, int recorded, int duplicates, int refused) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("rows").asInt()).as(answer.text()).isEqualTo(rows);
        assertThat(answer.json().get("recorded").asInt()).as(answer.text()).isEqualTo(recorded);
        assertThat(answer.json().get("duplicates").asInt()).as(answer.text()).isEqualTo(duplicates);
        assertThat(answer.json().get("refused").asInt()).as(answer.text()).isEqualTo(refused);
    }

    @ParameterizedTest
    @EnumSource
    void takesResponsesInCsvAndTellsTheRowsItLeavesOut(TestDatabase on) {
        String id = DecidedRows.inbound(on, "csv-1", "activate-app");
        String body = "interactionId;action;outcome;at;value;key\n"
                + id + ";activate-app;presented;2026-03-01T18:00;;csv-1-" + id + "\n"
                + id + ";activate-app;acepted;2026-03-01T18:01;;csv-2-" + id + "\n"
                + id + ";activate-app;accepted;2026-03-01T18:02;much;csv-3-" + id + "\n"
                + "nobody;activate-app;accepted;2026-03-01T18:03;3;csv-4-" + id + "\n"
                + id + ";activate-app;accepted;2026-03-01T18:04;12.5;csv-5-" + id + "\n";
        Answer first = send(on, "/v1/responses:import", "text/csv", body);
        counts(first, 5, 2, 0, 3);
        assertThat(first.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("line").asInt() + " "
                                + error.get("pointer").asString()))
                .containsExactlyInAnyOrder("3 /outcome", "4 /value", "5 /interactionId");
        counts(send(on, "/v1/responses:import", "text/csv", body), 5, 0, 2, 3);
        assertThat(rows(on, "interaction where subject_id = 'csv-1'")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesManyEventsInNdjsonOnce(TestDatabase on) {
        String body = IntStream.range(0, 1_300)
                .mapToObj(i -> ("{\"subjectId\":\"nd-%d\",\"event\":\"bill-paid\",\"key\":\"b-%d\","
                                + "\"at\":\"2026-03-01T10:00:00Z\",\"fields\":{\"amount\":%d}}")
                        .formatted(i % 50, i, i))
                .collect(Collectors.joining("\n"));
        counts(send(on, "/v1/events:import", "application/x-ndjson", body), 1_300, 1_300, 0, 0);
        counts(send(on, "/v1/events:import", "application/x-ndjson", body), 1_300, 0, 1_300, 0);
        assertThat(rows(on, "event where subject_id like 'nd-%'")).isEqualTo(1_300);
    }

    @ParameterizedTest
    @EnumSource
    void readsTheFieldsOfEventsFromColumns(TestDatabase on) {
        String body = "subjectId,event,key,at,amount,topic\n"
                + "col-1,bill-paid,1,2026-03-01,12.50,\n"
                + "col-1,complaint-opened,2,2026-03-02T10:00,,bill\n"
                + "col-1,complaint-opened,3,2026-03-02T10:00,7,\n"
                + "col-1,bill-paid,4,2026-03-02T10:00,much,\n";
        Answer answer = send(on, "/v1/events:import?playbook=telco", "text/csv", body);
        counts(answer, 4, 2, 0, 2);
        assertThat(rows(on, "event where subject_id = 'col-1' and fields like '%12.5%'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNeither(TestDatabase on) {
        assertThat(send(on, "/v1/responses:import", "application/xml", "<a/>").status())
                .isEqualTo(415);
        assertThat(send(on, "/v1/events:import?playbook=telco", "text/csv", "subject,evnt\n1,2\n")
                        .status())
                .isEqualTo(422);
        assertThat(send(on, "/v1/events:import", "application/x-ndjson", "{\"a\"\n")
                        .json()
                        .get("refused")
                        .asInt())
                .isEqualTo(1);
    }
}
