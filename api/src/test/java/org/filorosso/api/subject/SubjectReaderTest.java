package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.security.Role;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.Playbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: a row goes to somebody else of the same batch, or is forgotten; an alias is somebody of whom nothing is known. */
class SubjectReaderTest {
    private static final Instant NOW = Instant.now();

    static final String TWO = "[[\"main\",1,\"wifi-mesh\",\"Grow\",\"Devices\",\"T-1\",0.3,1,1,1,0.3,1,7.5,2,false],"
            + "[\"main\",2,\"more-giga\",\"Grow\",\"Data\",\"T-2\",0.3,1,1,1,0.3,1,null,2,false]]";

    private static KnownSubject read(TestDatabase database, String id) {
        return database.service().bean(SubjectReader.class).read(id).join().seenBy(telco(database), NOW);
    }

    private static Playbook telco(TestDatabase database) {
        return database.service().bean(LivePlaybooks.class).named("telco").playbook();
    }

    private static void put(TestDatabase database, String id, String json) {
        assertThat(database.service()
                        .as(Role.INTEGRATION)
                        .put("/v1/subjects/" + id, json)
                        .status())
                .isIn(200, 201);
    }

    @ParameterizedTest
    @EnumSource
    void valuesHaveTheTypesOfTheDictionary(TestDatabase database) {
        put(
                database,
                "reader-typed",
                "{'attributes': {'tenure months': {'value': 14, 'asOf': '2026-01-02T03:04:05Z'}, 'partner': true,"
                        + " 'contract': 'One year'}, 'consents': {'marketing': true, 'telemarketing': {'granted': false,"
                        + " 'at': '2026-01-02T03:04:05Z', 'source': 'call'}}, 'preferredChannels': ['email'],"
                        + " 'language': 'it', 'rfm': '543', 'customerValue': 120.5}");

        Subject subject = read(database, "reader-typed").subject();

        assertThat(subject.attributes().get("tenure months"))
                .isEqualTo(new Subject.Dated(new BigDecimal("14"), Instant.parse("2026-01-02T03:04:05Z")));
        assertThat(subject.attributes().get("partner").value()).isEqualTo(true);
        assertThat(subject.attributes().get("contract").value()).isEqualTo("One year");
        assertThat(subject.consents().get("marketing").granted()).isTrue();
        assertThat(subject.consents().get("telemarketing"))
                .isEqualTo(new Subject.Consent(false, Instant.parse("2026-01-02T03:04:05Z"), null));
        assertThat(subject.preferredChannels()).containsExactly("email");
        assertThat(subject.language()).isEqualTo("it");
        assertThat(subject.worth()).isEqualTo(new Subject.Worth("543", 120.5));
    }

    @ParameterizedTest
    @EnumSource
    void pastHoldsDecisionsOutcomesEventsAndQuotes(TestDatabase database) {
        put(database, "reader-past", "{}");
        Planted planted = new Planted(database)
                .decision("reader-past", "reader-d1", 30, TWO)
                .decision("reader-past", "reader-d2", 29, "[]")
                .interaction("reader-past", "reader-d1", "rejected", 10)
                .interaction("reader-past", "reader-d1", "presented", 30)
                .event("reader-past", "bill-paid", "b-1", "{\"amount\": 12.50}", 5)
                .quote("reader-past", "reader-d1", "[]");
        planted.update("insert into subject_stage values ('reader-past', 'telco', 'onboarding', ?)", planted.ago(100));

        KnownSubject known = read(database, "reader-past");

        assertThat(known.subject().past().interactions())
                .extracting(Interaction::id, Interaction::action, Interaction::outcome, Interaction::rank)
                .containsExactly(
                        tuple("reader-d1", "wifi-mesh", Outcome.DECIDED, 1),
                        tuple("reader-d1", "more-giga", Outcome.DECIDED, 2),
                        tuple("reader-d1", "wifi-mesh", Outcome.PRESENTED, 1),
                        tuple("reader-d1", "wifi-mesh", Outcome.REJECTED, 1));
        Interaction rejected = known.subject().past().interactions().get(3);
        assertThat(rejected.details().value()).isEqualByComparingTo("12.5");
        assertThat(rejected.details().reason()).isEqualTo("price");
        assertThat(rejected.at()).isEqualTo(planted.ago(10).toInstant());
        assertThat(known.subject().past().events().get(0).field("amount")).isEqualTo(new BigDecimal("12.5"));
        assertThat(known.quotes()).singleElement().satisfies(quote -> {
            assertThat(quote.price()).isEqualByComparingTo("7.5");
            assertThat(quote.until()).isEqualTo(planted.ago(-60).toInstant());
        });
        assertThat(known.stage()).isEqualTo("onboarding");
        assertThat(known.stageSince()).isEqualTo(planted.ago(100).toInstant());
    }

    @ParameterizedTest
    @EnumSource
    void householdsLendTheirListsAndPastToTheOthers(TestDatabase database) {
        put(database, "reader-h1", "{'household': 'reader-h'}");
        put(database, "reader-h2", "{'household': 'reader-h'}");
        new Planted(database).interaction("reader-h2", "reader-i2", "presented", 10);
        new Planted(database)
                .update("insert into list_member values ('legal dispute', 'reader-h'), ('vip', 'reader-h2'),"
                        + " ('vip', 'reader-h')");

        Subject subject = read(database, "reader-h1").subject();

        assertThat(subject.past().isEmpty()).isTrue();
        assertThat(subject.householdPast().interactions())
                .extracting(Interaction::id)
                .containsExactly("reader-i2");
        assertThat(subject.lists()).containsExactly("legal dispute");
        assertThat(read(database, "reader-h2").subject().lists()).containsExactlyInAnyOrder("legal dispute", "vip");
    }

    @ParameterizedTest
    @EnumSource
    void aliasesLeadToTheSubject(TestDatabase database) {
        put(database, "reader-owner", "{'attributes': {'partner': true}, 'aliases': ['+39061234567']}");
        StoredSubject stored = database.service()
                .bean(SubjectReader.class)
                .read("+39061234567")
                .join();
        assertThat(stored.id()).isEqualTo("reader-owner");
        assertThat(stored.known()).isTrue();
        assertThat(stored.seenBy(telco(database), NOW).subject().attributes()).containsKey("partner");
    }

    @ParameterizedTest
    @EnumSource
    void somebodyUnknownHasWhateverHistoryThereIs(TestDatabase database) {
        new Planted(database).interaction("reader-nobody", "reader-i9", "presented", 10);
        StoredSubject stored = database.service()
                .bean(SubjectReader.class)
                .read("reader-nobody")
                .join();
        assertThat(stored.known()).isFalse();
        assertThat(stored.seenBy(telco(database), NOW).subject().past().interactions())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyGetsHisOwnRowsFromASharedRead(TestDatabase database) {
        IntStream.range(0, 60).forEach(i -> {
            put(database, "reader-many-" + i, "{'attributes': {'tenure months': " + i + "}}");
            new Planted(database).interaction("reader-many-" + i, "reader-many-" + i, "presented", 10);
        });
        SubjectReader reader = database.service().bean(SubjectReader.class);
        List<CompletableFuture<StoredSubject>> reads = IntStream.range(0, 60)
                .mapToObj(i -> reader.read("reader-many-" + i))
                .toList();
        for (int i = 0; i < reads.size(); i++) {
            Subject subject = reads.get(i).join().seenBy(telco(database), NOW).subject();
            assertThat((BigDecimal) subject.attributes().get("tenure months").value())
                    .isEqualByComparingTo(Integer.toString(i));
            assertThat(subject.past().interactions())
                    .extracting(Interaction::id)
                    .containsExactly("reader-many-" + i);
        }
    }
}
