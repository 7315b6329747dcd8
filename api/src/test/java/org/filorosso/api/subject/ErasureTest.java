package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Hazards: something of an erased person stays somewhere, totals change, or a table is forgotten. */
class ErasureTest {
    private static final String ID = "erase-quetzal";
    private static final String NAME = "Xanthippe-Planted";
    private static final String PHONE = "+390699887766";

    private static List<String> tables(Database database) {
        return database.sql()
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type like '%BASE TABLE%' order by table_name")
                .query(String.class)
                .list();
    }

    /** Every cell of every table that holds one of the texts. */
    private static List<String> found(Database database, String... texts) {
        List<String> found = new ArrayList<>();
        for (String table : tables(database)) {
            for (Map<String, Object> row :
                    database.sql().sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, value) -> {
                    for (String text : texts) {
                        if (shown(value).contains(text)) {
                            found.add(table + "." + column + ": " + value);
                        }
                    }
                });
            }
        }
        return found;
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }

    private static Planted plant(TestDatabase database) {
        database.service()
                .as(Role.INTEGRATION)
                .put(
                        "/v1/subjects/" + ID,
                        "{'attributes': {'first name': '" + NAME + "'}, 'household': 'erase-h', 'aliases': ['" + PHONE
                                + "'], 'consents': {'marketing': true}}");
        Client agent = database.service().as(Role.AGENT);
        for (String asked : List.of(ID, PHONE)) {
            assertThat(agent.post(
                                    "/v1/decisions",
                                    "{'requestId': 'erase-" + asked + "', 'subjectId': '" + asked + "', 'channel':"
                                            + " 'contact-centre',"
                                            + " 'direction':"
                                            + " 'inbound',"
                                            + " 'playbook':"
                                            + " 'telco'}")
                            .status())
                    .isEqualTo(200);
        }
        Planted planted = new Planted(database)
                .interaction(ID, "erase-i", "accepted", 20)
                .interaction(PHONE, "erase-before-alias", "presented", 30)
                .event(ID, "complaint-opened", PHONE, "{\"topic\": \"bill\", \"text\": \"" + NAME + "\"}", 10)
                .quote(
                        ID,
                        "erase-i",
                        "[[\"acceptances/erase-phone\", \"all\", 1], [\"budget/erase\", \"2026-11\", 2.5]]")
                .update("insert into list_member values ('vip', '" + ID + "'), ('do-not-call', '" + PHONE + "')")
                .update(
                        "insert into outbox (id, kind, body, at) values ('erase-o', 'response', ?, current_timestamp)",
                        "{\"subjectId\": \"" + ID + "\"}");
        planted.update("insert into event_key values (?, 'complaint-opened', ?, 'd', current_timestamp)", ID, PHONE);
        planted.update(
                "insert into run_contact (run_id, place, subject_id, channel, action, treatment, placement, priority,"
                        + " cost, interaction_id, state) values ('erase-run', 1, ?, 'email', 'wifi-mesh', 'T', 'main', 1,"
                        + " 2, 'i', 'planned')",
                ID);
        planted.update(
                "insert into response_key (response_key, body_digest, interaction_id, action, outcome, granted, at)"
                        + " values ('erase-iaccepted', 'd', 'erase-i', 'wifi-mesh', 'accepted', true, current_timestamp)");
        CounterStore counters = database.service().bean(CounterStore.class);
        counters.add(new CounterStore.Key("telco", "acceptances/erase-phone", "all"), BigDecimal.TEN, null);
        counters.add(new CounterStore.Key("telco", "budget/erase", "2026-11"), BigDecimal.TEN, null);
        return planted;
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfThePersonIsLeftInAnyTableAndTotalsStay(TestDatabase database) {
        Planted planted = plant(database);
        Database store = planted.database();
        long interactions = count(store, "interaction");
        long decisions = count(store, "decision");
        long events = count(store, "event");
        assertThat(found(store, ID)).hasSizeGreaterThan(8);
        assertThat(found(store, NAME, PHONE)).isNotEmpty();

        assertThat(database.service()
                        .as(Role.ADMIN)
                        .delete("/v1/subjects/" + PHONE)
                        .status())
                .isEqualTo(204);

        assertThat(found(store, ID, NAME, PHONE)).isEmpty();
        assertThat(count(store, "interaction")).isEqualTo(interactions);
        assertThat(count(store, "decision")).isEqualTo(decisions);
        assertThat(count(store, "event")).isEqualTo(events);
        Map<CounterStore.Key, BigDecimal> counters =
                database.service().bean(CounterStore.class).of("telco");
        assertThat(counters.get(new CounterStore.Key("telco", "acceptances/erase-phone", "all")))
                .isEqualByComparingTo("9");
        assertThat(counters.get(new CounterStore.Key("telco", "budget/erase", "2026-11")))
                .isEqualByComparingTo("7.5");
        assertThat(store.sql()
                        .sql("select fields from event where event_key like 'erased-%'")
                        .query(String.class)
                        .list())
                .contains("{\"topic\":\"bill\"}");
        assertThat(database.service()
                        .as(Role.ADMIN)
                        .delete("/v1/subjects/" + ID)
                        .status())
                .isEqualTo(404);
    }

    private static long count(Database database, String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void factsGoWithThePersonAndFromWhatTheHouseholdWasDecidedBy(TestDatabase database) {
        Client agent = database.service().as(Role.AGENT);
        List<String> decided = new ArrayList<>();
        for (String id : List.of("erase-2", "erase-mate", "erase-stranger")) {
            String household = id.equals("erase-stranger") ? "erase-other" : "erase-home";
            database.service().as(Role.INTEGRATION).put("/v1/subjects/" + id, "{'household': '" + household + "'}");
            decided.add(agent.post(
                            "/v1/decisions",
                            "{'requestId': '" + id + "', 'subjectId': '" + id + "', 'channel': 'contact-centre',"
                                    + " 'direction': 'inbound', 'playbook': 'telco'}")
                    .json()
                    .path("interactionId")
                    .stringValue());
        }
        assertThat(database.service()
                        .as(Role.ADMIN)
                        .delete("/v1/subjects/erase-2")
                        .status())
                .isEqualTo(204);
        assertThat(database.service()
                        .bean(Database.class)
                        .sql()
                        .sql("select interaction_id from decision where interaction_id = any(?) and facts is not null")
                        .params(new Object[] {decided.toArray(String[]::new)})
                        .query(String.class)
                        .list())
                .containsExactly(decided.get(2));
    }

    /** A table that gets a subject's id and is not in the list would be forgotten by erasure and export. */
    @ParameterizedTest
    @EnumSource
    void everyTableThatHoldsSubjectsIsKnown(TestDatabase database) {
        Database store = database.service().bean(Database.class);
        TreeSet<String> holding = new TreeSet<>(store.sql()
                .sql("select table_name from information_schema.columns where table_schema = 'public'"
                        + " and column_name in ('subject_id', 'member', 'subject')")
                .query(String.class)
                .list());
        // partitions are the tables they belong to
        holding.removeIf(table -> table.matches("(decision|interaction|event)_(rest|\\d.*|p.*)"));
        holding.removeAll(SubjectTables.DERIVED);
        assertThat(SubjectTables.ALL)
                .extracting(SubjectTables.Rows::table)
                .containsExactlyInAnyOrderElementsOf(holding);
    }

    @ParameterizedTest
    @EnumSource
    void exportHandsOutEverything(TestDatabase database) {
        String id = "export-1";
        database.service()
                .as(Role.INTEGRATION)
                .put(
                        "/v1/subjects/" + id,
                        "{'attributes': {'first name': 'Exported'}, 'aliases': ['export-alias'], 'consents':"
                                + " {'marketing': {'granted': true, 'source': 'letter'}}, 'rfm': '555'}");
        Planted planted = new Planted(database)
                .interaction(id, "export-i", "accepted", 20)
                .event(id, "bill-paid", "export-b", "{\"amount\": 12.5}", 10)
                .quote(id, "export-q", "[]")
                .update("insert into list_member values ('vip', ?)", id)
                .update("insert into subject_stage values (?, 'telco', 'onboarding', current_timestamp)", id)
                .update(
                        "insert into run_contact (run_id, place, subject_id, channel, action, treatment, placement,"
                                + " priority, cost, interaction_id, state) values ('export-run', 1, ?, 'email',"
                                + " 'wifi-mesh', 'T', 'main', 1, 2, 'i', 'planned')",
                        id)
                .update("insert into event_key values (?, 'bill-paid', 'export-k', 'd', current_timestamp)", id);
        assertThat(planted.database()).isNotNull();
        database.service()
                .as(Role.AGENT)
                .post(
                        "/v1/decisions",
                        "{'requestId': 'export-1', 'subjectId': 'export-1', 'channel': 'contact-centre',"
                                + " 'direction': 'inbound', 'playbook': 'telco'}");

        Client.Answer answer = database.service().as(Role.ADMIN).get("/v1/subjects/export-alias/export");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode all = answer.json();
        assertThat(all.path("profile")
                        .path("attributes")
                        .path("first name")
                        .path("value")
                        .stringValue())
                .isEqualTo("Exported");
        SubjectTables.ALL.forEach(
                rows -> assertThat(all.path(Export.name(rows.table())).isEmpty())
                        .as(rows.table())
                        .isFalse());
        assertThat(all.path("decision").get(0).path("facts").toString()).contains("Exported");
        assertThat(all.path("event").get(0).path("fields").path("amount").decimalValue())
                .isEqualByComparingTo("12.5");
        assertThat(all.path("consentEntry").get(0).path("source").stringValue()).isEqualTo("letter");
    }
}
