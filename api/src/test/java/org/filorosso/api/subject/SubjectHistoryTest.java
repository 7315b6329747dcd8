package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: a page repeats or loses lines while others write, or grows without bound. */
class SubjectHistoryTest {

    private static Client client(TestDatabase database) {
        return database.service().as(Role.AGENT);
    }

    private static String line(JsonNode item) {
        return item.path("kind").stringValue() + " "
                + item.path("interactionId").asString("") + item.path("key").asString("") + " "
                + item.path("action").asString("");
    }

    /** All at one moment: only the places in the tables tell them apart. */
    @ParameterizedTest
    @EnumSource
    void pagesGoThroughLinesOfOneMomentWhileOthersWrite(TestDatabase database) {
        String id = "history-1";
        Planted planted = new Planted(database);
        IntStream.range(0, 5)
                .forEach(i -> planted.decision(id, "history-d" + i, 10, SubjectReaderTest.TWO)
                        .interaction(id, "history-d" + i, "presented", 10)
                        .event(id, "bill-paid", "e" + i, "{}", 10));
        planted.decision(id, "history-none", 20, "[]");

        List<String> seen = new ArrayList<>();
        String next = null;
        for (int page = 0; page < 40; page++) {
            JsonNode answer = client(database)
                    .get("/v1/subjects/history-1/history?limit=2" + (next == null ? "" : "&before=" + next))
                    .json();
            answer.path("items").forEach(item -> seen.add(line(item)));
            assertThat(answer.path("items").size()).isLessThanOrEqualTo(2);
            next = answer.path("next").asString(null);
            if (next == null) {
                break;
            }
            planted.interaction(id, "history-new" + page, "presented", page % 2 == 0 ? 1 : 10);
        }

        // what is written meanwhile at a time still to come may be seen, and moves nothing
        assertThat(seen).doesNotHaveDuplicates();
        seen.removeIf(line -> line.contains("history-new"));
        assertThat(seen).hasSize(5 + 5 + 10 + 1);
        assertThat(seen.get(0)).isEqualTo("event e4 ");
        assertThat(seen.get(5)).startsWith("response history-d4");
        assertThat(seen.subList(10, 12))
                .containsExactly("decided history-d4 wifi-mesh", "decided history-d4 more-giga");
        assertThat(seen.get(20)).isEqualTo("decided history-none ");
    }

    @ParameterizedTest
    @EnumSource
    void linesHoldWhatTheContractNames(TestDatabase database) {
        new Planted(database)
                .interaction("history-2", "history-i", "rejected", 1)
                .event("history-2", "bill-paid", "b-7", "{}", 2);
        JsonNode answer = client(database).get("/v1/subjects/history-2/history").json();
        JsonNode rejected = answer.path("items").get(0);
        assertThat(new HashSet<>(rejected.propertyNames()))
                .containsExactlyInAnyOrder(
                        "at",
                        "kind",
                        "interactionId",
                        "action",
                        "treatment",
                        "outcome",
                        "channel",
                        "direction",
                        "value",
                        "price",
                        "reason",
                        "event",
                        "key");
        assertThat(rejected.path("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(rejected.path("reason").stringValue()).isEqualTo("price");
        assertThat(answer.path("items").get(1).path("event").stringValue()).isEqualTo("bill-paid");
        assertThat(answer.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void placesThatAreNoneAreRefused(TestDatabase database) {
        for (String wrong : List.of(
                "limit=0", "limit=1001", "limit=x", "before=yesterday", "before=2026-01-01T00:00:00Z~DECISION~%00~1")) {
            assertThat(client(database)
                            .get("/v1/subjects/history-1/history?" + wrong)
                            .status())
                    .as(wrong)
                    .isIn(400, 422);
        }
        assertThat(client(database)
                        .get("/v1/subjects/history-1/history?before=2026-01-01T00:00:00Z")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }
}
