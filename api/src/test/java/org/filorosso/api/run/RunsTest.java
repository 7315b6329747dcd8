package org.filorosso.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filorosso.api.drill.Until;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: somebody is contacted twice, or beyond a cap; a run is lost with its node; who may only try contacts people. */
class RunsTest {
    private static final Map<TestDatabase, RunningService> SERVICES = new EnumMap<>(TestDatabase.class);
    private static final Set<String> OVER = Set.of("completed", "failed", "cancelled");
    private static final int MAILS = 6;
    private static final int PHONES = 2;

    @TempDir
    static Path folder;

    @BeforeAll
    static void playbook() throws IOException {
        Path playbook = Files.createDirectories(folder.resolve("books/campaign"));
        Files.writeString(playbook.resolve("playbook.yaml"), """
            format: filorosso/v1
            name: campaign
            title: Runs
            timezone: Europe/Rome
            currency: EUR
            languages: [en]
            purposes: [marketing]
            arbitration: {propensity: "off", exploration: none, threshold: 0}
            """);
        Files.writeString(playbook.resolve("channels.csv"), """
            channel,direction,consent,capacity per day,cost
            mail,outbound,marketing,6,0.5
            visit,outbound,marketing,1000,0.5
            """);
        Files.writeString(playbook.resolve("actions.csv"), """
            issue,group,action,title,value,max per day
            I,G,phone,Phone,50,2
            I,G,plain,Plain,10,
            """);
        Files.writeString(playbook.resolve("lists.csv"), """
            list,level,until,reason
            some,subject,,Some
            homes,household,,Homes
            """);
        Files.writeString(playbook.resolve("contact-policy.csv"), """
            id,target,per,channel,direction,outcome,limit,within,suppress,level,reason
            C-1,*,all,,outbound,sent|presented,1,P7D,,subject,One a week
            """);
        Files.createDirectories(playbook.resolve("tests"));
        Files.writeString(playbook.resolve("tests/first.yaml"), """
            - name: Whoever agreed is sent something
              at: 2026-11-02T10:15
              customer: {id: anna}
              consents: [marketing]
              context: {channel: visit, direction: outbound}
              expect: {includes: [plain]}
            """);
        Files.writeString(playbook.resolve("treatments.csv"), """
            id,action,channel,headline
            T-1,phone,mail,x
            T-2,plain,mail,x
            T-3,plain,visit,x
            """);
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(RunningService::close);
        SERVICES.clear();
    }

    private static RunningService service(TestDatabase database) {
        return SERVICES.computeIfAbsent(
                database,
                one -> RunningService.start(
                        one.fresh(),
                        folder.resolve("data-" + one),
                        "--filorosso.playbooks=" + folder.resolve("books")));
    }

    private static void subjects(RunningService service, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            Answer put = service.as(Role.INTEGRATION)
                    .put(
                            "/v1/subjects/" + prefix + i,
                            "{'attributes': {}, 'household': '" + prefix + "h" + i / 2
                                    + "', 'consents': {'marketing': true}}");
            assertThat(put.status()).as(put.text()).isLessThan(300);
        }
    }

    private static void members(RunningService service, String list, List<String> ids) {
        String names = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        Answer put = service.as(Role.INTEGRATION).put("/v1/lists/" + list, "[" + names + "]");
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    private static JsonNode run(RunningService service, Role role, String body) {
        Answer posted = service.as(role).post("/v1/runs", body);
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        return over(service, posted.json().get("id").asString());
    }

    private static JsonNode over(RunningService service, String id) {
        Until.holds(
                "the run is over",
                Duration.ofSeconds(60),
                () -> OVER.contains(told(service, id).get("status").asString()));
        return told(service, id);
    }

    private static JsonNode told(RunningService service, String id) {
        return service.as(Role.INTEGRATION).get("/v1/runs/" + id).json();
    }

    private static List<String> contacts(RunningService service, Role role, JsonNode run) {
        Answer csv = service.as(role).get("/v1/runs/" + run.get("id").asString() + "/report?format=csv");
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        return csv.text().lines().skip(1).toList();
    }

    private static long decisions(RunningService service, String prefix) {
        return service.bean(Database.class)
                .sql()
                .sql("select count(*) from decision where subject_id like ?")
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }

    /** Eight want mail, six may have it, two of them the phone; whom the first run contacted, the second leaves alone. */
    @ParameterizedTest
    @EnumSource
    void contactsWithinLimitsAndOnlyOnce(TestDatabase database) {
        RunningService service = service(database);
        subjects(service, "ra", 8);
        members(service, "some", List.of("ra0", "ra1", "ra2", "ra3", "ra4", "ra5", "ra6", "ra7", "nobody"));
        String body = "{'list': 'some', 'channels': ['mail']}";

        JsonNode first = run(service, Role.INTEGRATION, body);

        assertThat(first.get("status").asString()).as(first.toString()).isEqualTo("completed");
        assertThat(first.at("/contacts/recorded").asInt()).isEqualTo(MAILS);
        List<String> rows = contacts(service, Role.INTEGRATION, first);
        assertThat(rows).hasSize(MAILS).allMatch(row -> row.matches("ra\\d,mail,(phone|plain),T-[12],.*"));
        assertThat(rows.stream().filter(row -> row.contains(",phone,")).count()).isEqualTo(PHONES);
        assertThat(decisions(service, "ra")).isEqualTo(MAILS);
        String[] cells = rows.get(0).split(",");
        Answer sent = service.as(Role.INTEGRATION)
                .post(
                        "/v1/responses",
                        "{'responses': [{'interactionId': '" + cells[8] + "', 'action': '" + cells[2]
                                + "', 'outcome': 'presented', 'channel': 'mail'}]}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);

        JsonNode second = run(service, Role.INTEGRATION, "{'list': 'some'}");

        assertThat(second.at("/contacts/recorded").asInt()).isEqualTo(2);
        assertThat(contacts(service, Role.INTEGRATION, second)).allMatch(row -> row.contains(",visit,plain,"));
        assertThat(decisions(service, "ra")).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunContactsNobodyAndShowsAnAnalystNobody(TestDatabase database) {
        RunningService service = service(database);
        subjects(service, "rb", 4);
        members(service, "homes", List.of("rbh0", "rbh1"));
        String body = "{'list': 'homes', 'channels': ['visit'], 'dryRun': true, 'requestId': 'rb-1',"
                + " 'at': '2030-01-01T10:00:00Z'}";

        JsonNode run = run(service, Role.ANALYST, body);

        assertThat(run.at("/contacts/planned").asInt()).isEqualTo(4);
        assertThat(run.get("at").asString()).isEqualTo("2030-01-01T10:00:00Z");
        assertThat(decisions(service, "rb")).isZero();
        assertThat(contacts(service, Role.ANALYST, run)).hasSize(4).allMatch(row -> row.startsWith("p-"));
        assertThat(contacts(service, Role.ADMIN, run)).first().asString().startsWith("rb0,visit,plain,");
        String report = "/v1/runs/" + run.get("id").asString() + "/report";
        JsonNode figures = service.as(Role.MARKETER).get(report).json();
        assertThat(figures.at("/counts/contacts").asInt()).isEqualTo(4);
        assertThat(service.as(Role.MARKETER).get(report + "?format=html").text())
                .contains("<h2>Planned by channel and action</h2>")
                .doesNotContain("rb0");
        assertThat(service.as(Role.ANALYST).post("/v1/runs", body).json().get("id"))
                .isEqualTo(run.get("id"));
        assertThat(service.as(Role.ANALYST)
                        .post("/v1/runs", body.replace("homes", "some"))
                        .status())
                .isEqualTo(422);
        assertThat(service.as(Role.ANALYST)
                        .post("/v1/runs", "{'list': 'homes'}")
                        .status())
                .isEqualTo(403);
        assertThat(service.as(Role.MARKETER).get("/v1/runs").json().get("items").findValuesAsString("id"))
                .contains(run.get("id").asString());
    }

    /** The node died when contacts were recorded and that was not noted yet. */
    @ParameterizedTest
    @EnumSource
    void goesOnAfterItsNodeDiedAndContactsNobodyTwice(TestDatabase database) {
        RunningService service = service(database);
        subjects(service, "rc", 5);
        members(service, "some", List.of("rc0", "rc1", "rc2", "rc3", "rc4"));
        JsonNode run = run(service, Role.INTEGRATION, "{'list': 'some', 'channels': ['visit']}");
        String id = run.get("id").asString();
        List<String> before = contacts(service, Role.INTEGRATION, run);
        assertThat(before).hasSize(5);
        Database data = service.bean(Database.class);
        data.sql()
                .sql("update run_contact set state = 'planned' where run_id = ? and place > 2")
                .param(id)
                .update();
        data.sql().sql("delete from decision where subject_id = 'rc4'").update();
        data.sql().sql("delete from history_page where subject_id = 'rc4'").update();
        data.sql()
                .sql("delete from request_key where scope = ? and request_id = 'rc4'")
                .param("run/" + id)
                .update();

        data.sql()
                .sql("update outbound_run set status = 'running', step = 'recording', finished_at = null where id = ?")
                .param(id)
                .update();

        JsonNode again = over(service, id);
        assertThat(again.get("status").asString()).as(again.toString()).isEqualTo("completed");
        assertThat(again.at("/contacts/recorded").asInt()).isEqualTo(5);
        assertThat(contacts(service, Role.INTEGRATION, again)).isEqualTo(before);
        assertThat(decisions(service, "rc")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasBrokenOffOnAnotherDayIsNotGoneOnWith(TestDatabase database) {
        RunningService service = service(database);
        subjects(service, "rd", 1);
        members(service, "some", List.of("rd0"));
        JsonNode run = run(service, Role.INTEGRATION, "{'list': 'some', 'channels': ['visit']}");
        String id = run.get("id").asString();
        Database data = service.bean(Database.class);
        data.sql()
                .sql("update run_contact set state = 'planned' where run_id = ?")
                .param(id)
                .update();

        data.sql()
                .sql("update outbound_run set status = 'running', step = 'recording',"
                        + " at = timestamp with time zone '2026-01-01 10:00:00+00' where id = ?")
                .param(id)
                .update();

        JsonNode again = over(service, id);
        assertThat(again.get("status").asString()).isEqualTo("failed");
        assertThat(again.get("reason").asString()).contains("its day was over");
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatWaitsIsCancelledAndOneThatIsOverIsNot(TestDatabase database) {
        RunningService service = service(database);
        Database data = service.bean(Database.class);
        // another node works
        data.sql()
                .sql("update run_turn set worker = 'other',"
                        + " until = timestamp with time zone '2100-01-01 00:00:00+00' where id = 1")
                .update();
        String id = service.as(Role.INTEGRATION)
                .post("/v1/runs", "{'all': true}")
                .json()
                .get("id")
                .asString();
        String path = "/v1/runs/" + id;
        assertThat(service.as(Role.ANALYST).post(path + ":cancel", "").status()).isEqualTo(403);
        assertThat(service.as(Role.INTEGRATION).get(path + "/report").status()).isEqualTo(409);

        assertThat(service.as(Role.INTEGRATION)
                        .post(path + ":cancel", "")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("cancelled");

        assertThat(service.as(Role.INTEGRATION).post(path + ":cancel", "").status())
                .isEqualTo(409);
        assertThat(service.as(Role.INTEGRATION).get(path + "/report").status()).isEqualTo(409);
        data.sql()
                .sql("update run_turn set until = timestamp with time zone '2000-01-01 00:00:00+00' where id = 1")
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void tellsHowFarItIsUntilItIsOver(TestDatabase database) {
        RunningService service = service(database);
        subjects(service, "re", 3);
        String id = service.as(Role.INTEGRATION)
                .post("/v1/runs", "{'all': true, 'dryRun': true, 'channels': ['visit']}")
                .json()
                .get("id")
                .asString();
        Answer events = service.as(Role.ANALYST).get("/v1/runs/" + id + "/events");
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(events.text()).startsWith("event: run\ndata: {").endsWith("}\n\n");
        String last = events.text().substring(events.text().lastIndexOf("event: run"));
        assertThat(last).contains("\"status\":\"completed\"").contains("\"progress\":1.0");
        assertThat(service.as(Role.ANALYST).get("/v1/runs/none/events").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAllThatIsWrong(TestDatabase database) {
        RunningService service = service(database);
        JsonNode problem = service.as(Role.INTEGRATION)
                .post(
                        "/v1/runs",
                        "{'list': 'sme', 'channels': ['mial', 'visit', 'visit'], 'preference': 'any', 'language': 'xx',"
                                + " 'at': '2030-01-01T10:00:00Z', 'contexts': {'weather': 'rain'}, 'requestId': 'a b'}")
                .json();
        assertThat(problem.get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/requestId",
                        "/list",
                        "/preference",
                        "/language",
                        "/at",
                        "/contexts/weather",
                        "/channels/0",
                        "/channels/2");
        assertThat(problem.toString()).contains("Maybe \\\"some\\\"").contains("Maybe one of \\\"mail\\\"");
        assertThat(service.as(Role.INTEGRATION).post("/v1/runs", "{}").status()).isEqualTo(422);
        assertThat(service.as(Role.INTEGRATION)
                        .post("/v1/runs", "{'all': true, 'list': 'some'}")
                        .status())
                .isEqualTo(422);
    }
}
