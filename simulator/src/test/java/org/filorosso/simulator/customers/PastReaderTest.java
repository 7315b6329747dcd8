package org.filorosso.simulator.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.filorosso.simulator.cli.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard: the past is joined to the wrong customer, in the wrong order, or a bad row of it vanishes unseen. */
class PastReaderTest {

    @TempDir
    Path folder;

    private final Playbook shop =
            PlaybookReader.read(Path.of(Run.SHOP), LocalDate.of(2026, 3, 2)).orThrow();
    private final Pasts pasts = new Pasts();
    private final Flaws flaws = new Flaws();

    private void history(String name, String text) throws IOException, FlawException {
        Files.writeString(folder.resolve(name), text);
        new PastReader(shop, flaws, count -> {}).history(DataFile.of(folder.resolve(name)), pasts);
    }

    private void events(String name, String text) throws IOException, FlawException {
        Files.writeString(folder.resolve(name), text);
        new PastReader(shop, flaws, count -> {}).events(DataFile.of(folder.resolve(name)), pasts);
    }

    @Test
    void rowsInAnyOrderBecomeOneHistoryEach() throws Exception {
        history("h.csv", """
                id,at,action,outcome,channel,direction,value,price,interaction,treatment,reason,resume at,by
                a,2026-02-03T10:00,more-data,accepted,counter,,12.5,7,i-1,T-1,,,shop
                b,2026-02-02T10:00,more-data,rejected,phone,outbound,,,,,price,,
                a,2026-02-01,max-plan,later,email,,,,,,,2026-03-01T09:00,
                """);

        List<Interaction> rows = pasts.history("a").interactions();

        assertThat(flaws.rows()).isZero();
        assertThat(rows).extracting(Interaction::action).containsExactly("max-plan", "more-data");
        assertThat(rows).extracting(Interaction::direction).containsExactly(Direction.OUTBOUND, Direction.INBOUND);
        assertThat(rows.get(0).details().resumeAt()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(rows.get(1).id()).isEqualTo("i-1");
        assertThat(rows.get(1).details().price()).isEqualTo(new BigDecimal("7"));
        assertThat(pasts.history("b").interactions().get(0).details().reason()).isEqualTo("price");
        assertThat(pasts.history("nobody").isEmpty()).isTrue();
    }

    @Test
    void rowsWithoutAnInteractionAreInteractionsOfTheirOwn() throws Exception {
        history(
                "h.csv",
                "id,at,action,outcome,channel\na,2026-02-01,x,presented,email\na,2026-02-01,x,accepted,email\n");

        assertThat(pasts.history("a").interactions())
                .extracting(Interaction::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void badRowsAreSkippedCountedAndNamed() throws Exception {
        history("h.csv", """
                id,at,action,outcome,channel,reason
                a,yesterday,x,accepted,email,
                a,2026-02-01,x,acepted,email,
                a,2026-02-01,x,rejected,email,to dear
                ,2026-02-01,x,rejected,email,
                a,,x,rejected,email,
                a,2026-02-01,x,rejected,email,price
                """);

        assertThat(flaws.rows()).isEqualTo(5);
        assertThat(flaws.shown().toString())
                .contains("h.csv:2: column \"at\": \"yesterday\"")
                .contains("\"acepted\": is no outcome. Maybe \"accepted\"")
                .contains("\"to dear\": is no reason of the playbook")
                .contains("h.csv:5: column \"id\": is empty")
                .contains("h.csv:6: column \"at\": is empty");
        assertThat(pasts.history("a").interactions()).hasSize(1);
    }

    @Test
    void noMoreThanAHundredFlawsAreKept() throws Exception {
        history("h.csv", "id,at,action,outcome,channel\n" + "a,x,x,accepted,email\n".repeat(1_000));

        assertThat(flaws.rows()).isEqualTo(1_000);
        assertThat(flaws.shown()).hasSize(100);
    }

    @Test
    void ndjsonSaysTheSame() throws Exception {
        history("h.ndjson", """
                {"subjectId": "a", "at": "2026-02-03T10:00:00Z", "action": "more-data", "outcome": "later", "channel": "counter", "resumeAt": "2026-03-01T09:00", "interactionId": "i-1"}

                {"id": "a", "at": "2026-02-03T10:00:00Z", "action": 7, "outcome": "later", "channel": "counter"}
                not json
                """);

        Interaction row = pasts.history("a").interactions().get(0);
        assertThat(row.outcome()).isEqualTo(Outcome.LATER);
        assertThat(row.id()).isEqualTo("i-1");
        assertThat(flaws.rows()).isEqualTo(2);
        assertThat(flaws.shown().toString()).contains("h.ndjson:3").contains("h.ndjson:4");
    }

    @Test
    void eventsCarryTheirFieldsAndNoOthers() throws Exception {
        events("e.csv", """
                id,at,event,key,topic,minutes
                a,2026-02-01T10:00,complaint-opened,k-1,billing,
                a,2026-02-02T10:00,visit,,,12.50
                a,2026-02-02T10:00,visit,,billing,
                a,2026-02-02T10:00,vist,,,
                """);

        assertThat(pasts.history("a").events())
                .containsExactly(
                        new Event(
                                Instant.parse("2026-02-01T09:00:00Z"),
                                "complaint-opened",
                                "k-1",
                                java.util.Map.of("topic", "billing")),
                        new Event(
                                Instant.parse("2026-02-02T09:00:00Z"),
                                "visit",
                                "",
                                java.util.Map.of("minutes", new BigDecimal("12.5"))));
        assertThat(flaws.shown().toString())
                .contains("is no field of the event visit")
                .contains("\"vist\": is no event of the playbook. Maybe \"visit\"");
    }

    @Test
    void eventsOfNdjsonMayNestTheirFields() throws Exception {
        events(
                "e.ndjson",
                "{\"id\": \"a\", \"at\": \"2026-02-01T10:00:00Z\", \"event\": \"visit\", \"fields\": {\"minutes\": 3}}\n");

        assertThat(pasts.history("a").events().get(0).field("minutes")).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void aHeaderWithoutItsColumnsIsRefused() {
        assertThatThrownBy(() -> history("h.csv", "id,at,acton,outcome\n"))
                .hasMessageContaining("column \"acton\"")
                .hasMessageContaining("\"action\"")
                .hasMessageContaining("column \"channel\": the column is missing");
    }

    @Test
    void membersOfListsAreRefusedWithoutTheirList() throws IOException {
        Files.writeString(folder.resolve("do-not-cal.csv"), "id\na\n");

        assertThatThrownBy(() -> ListFolder.read(shop, folder))
                .hasMessageContaining("is no list of the playbook")
                .hasMessageContaining("\"do-not-call\"");
    }

    @Test
    void anEmptyListIsAListOfNobody() throws Exception {
        Files.writeString(folder.resolve("do-not-call.csv"), "");

        assertThat(ListFolder.read(shop, folder).listsOf("a", "a")).isEmpty();
    }
}
