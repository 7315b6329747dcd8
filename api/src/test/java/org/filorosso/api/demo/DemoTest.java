package org.filorosso.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.Client.Answer;
import org.filorosso.api.fixture.RunningService;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: invented customers differ from start to start, get among real ones, or tell another story than the docs. */
class DemoTest {
    private static final Path RULES = Path.of("..", "rules");

    @TempDir
    Path temp;

    private RunningService demo(TestDatabase.Address address) {
        return RunningService.start(
                address,
                temp.resolve("data"),
                "--filorosso.playbooks=" + RULES,
                "--demo",
                "--filorosso.demo-customers=40");
    }

    @Test
    void theSameSeedAndDayGiveTheSameCustomers() {
        Playbook telco =
                PlaybookReader.read(RULES.resolve("telco"), LocalDate.EPOCH).orThrow();
        Instant day = Instant.parse("2026-03-10T10:15:00Z");
        List<InventedCustomer> customers = new Invention(1, day, telco).customers(300);
        assertThat(new Invention(1, day, telco).customers(300)).isEqualTo(customers);
        assertThat(customers.get(0).id()).isEqualTo("c-1001");
        assertThat(customers.subList(1, 300)).allSatisfy(one -> {
            assertThat(one.contacts()).hasSizeBetween(5, 31);
            assertThat(one.contacts()).allMatch(contact -> contact.at().isBefore(day));
        });
        assertThat(customers).anyMatch(one -> one.contacts().stream().anyMatch(contact -> contact.price() != null));
        assertThat(customers)
                .anyMatch(one ->
                        one.events().stream().anyMatch(event -> event.event().equals("complaint-opened")));
    }

    @ParameterizedTest
    @EnumSource
    void theCustomerOfTheDocumentationTellsItsStory(TestDatabase database) {
        TestDatabase.Address address = database.fresh();
        try (RunningService service = demo(address)) {
            assertThat(count(service, "subject")).isEqualTo(40);
            assertThat(count(service, "interaction")).isGreaterThan(200);
            assertThat(count(service, "event")).isGreaterThan(40);
            assertThat(count(service, "quote")).isNotNegative();
            Client desk = service.as(Role.AGENT);
            JsonNode first = results(desk, "story-1", "contact-centre");
            assertThat(first.findValuesAsString("reason")).contains("The welcome call went well: now the app");
            accept(desk, first.path(0));
            String taken = first.path(0).path("action").stringValue();
            JsonNode second = results(desk, "story-2", "contact-centre");
            assertThat(actions(second)).isNotEmpty().doesNotContain(taken);
            JsonNode elsewhere = results(desk, "story-3", "app");
            assertThat(actions(elsewhere)).isNotEmpty().doesNotContain(taken);
        }
        try (RunningService again = demo(address)) {
            assertThat(count(again, "subject")).isEqualTo(40);
        }
    }

    private static JsonNode results(Client desk, String request, String channel) {
        Answer answer = desk.post(
                "/v1/decisions",
                "{'requestId': '" + request + "', 'subjectId': 'c-1001', 'playbook': 'telco', 'channel': '" + channel
                        + "', 'direction': 'inbound'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("placements").path(0).path("results");
    }

    private static List<String> actions(JsonNode results) {
        return results.findValuesAsString("action");
    }

    private static void accept(Client desk, JsonNode result) {
        String token = result.path("responseToken").stringValue();
        for (String outcome : List.of("presented", "accepted")) {
            Answer answer = desk.post(
                    "/v1/responses",
                    "{'responses': [{'responseToken': '" + token + "', 'outcome': '" + outcome + "'}]}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    private static long count(RunningService service, String table) {
        return service.bean(Database.class)
                .sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
