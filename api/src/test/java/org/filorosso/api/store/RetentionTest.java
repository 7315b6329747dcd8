package org.filorosso.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.filorosso.api.fixture.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: rows find no place, are lost when their part is made, are kept for ever or forgotten too early. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static void event(Database database, String subject, Instant at) {
        database.sql()
                .sql("insert into event (at, recorded_at, subject_id, event, event_key, fields)"
                        + " values (?, ?, ?, 'churn', '', '{}')")
                .params(at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), subject)
                .update();
    }

    private static void decision(Database database, String id, Instant at) {
        database.sql()
                .sql("insert into decision (interaction_id, at, subject_id, playbook, revision, arm, variants, channel,"
                        + " direction, stage, results, stages, facts, facts_digest)"
                        + " values (?, ?, 's', 'p', 'r', 'a', '', 'c', 'inbound', 's', '[]', '{}', ?, '')")
                .params(id, at.atOffset(ZoneOffset.UTC), new byte[] {1})
                .update();
    }

    private static void page(Database database, String subject, Instant oldest) {
        database.sql()
                .sql("insert into history_page (subject_id, entries, oldest) values (?, null, ?)")
                .params(subject, oldest.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static long count(Database database, String from) {
        return database.sql()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void makesThePartsAheadAndLosesNothing(TestDatabase kind) {
        Database database = kind.database();
        event(database, "early", NOW);
        Partitions partitions = new Partitions(database);
        partitions.makeAhead(NOW);
        partitions.makeAhead(NOW);
        event(database, "later", NOW.plus(Duration.ofDays(60)));
        event(database, "long-past", NOW.minus(Duration.ofDays(900)));
        assertThat(count(database, "event")).isEqualTo(3);
        if (database.dialect() == Dialect.POSTGRESQL) {
            assertThat(partitions.parts("event"))
                    .containsExactly("event_2026q4", "event_2027q1", "event_2027q2", "event_rest");
            assertThat(count(database, "event_2026q4")).isEqualTo(1);
            assertThat(count(database, "event_2027q1")).isEqualTo(1);
            assertThat(count(database, "event_rest")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsFactsFirstAndRowsLater(TestDatabase kind) {
        Database database = kind.database();
        Partitions partitions = new Partitions(database);
        partitions.makeAhead(NOW.minus(Duration.ofDays(800)));
        decision(database, "fresh", NOW.minus(Duration.ofDays(10)));
        decision(database, "old", NOW.minus(Duration.ofDays(200)));
        decision(database, "older", NOW.minus(Duration.ofDays(500)));
        decision(database, "oldest", NOW.minus(Duration.ofDays(790)));
        event(database, "s", NOW.minus(Duration.ofDays(399)));
        event(database, "s", NOW.minus(Duration.ofDays(401)));
        page(database, "with-old", NOW.minus(Duration.ofDays(401)));
        page(database, "young", NOW.minus(Duration.ofDays(399)));
        new Retention(database, partitions, Duration.ofDays(100), Duration.ofDays(400)).forget(NOW);
        assertThat(database.sql()
                        .sql("select subject_id from history_page")
                        .query(String.class)
                        .list())
                .containsExactly("young");
        assertThat(database.sql()
                        .sql("select interaction_id from decision order by at")
                        .query(String.class)
                        .list())
                .containsExactly("old", "fresh");
        assertThat(count(database, "decision where facts is null")).isEqualTo(1);
        assertThat(count(database, "event")).isEqualTo(1);
        if (database.dialect() == Dialect.POSTGRESQL) {
            assertThat(partitions.parts("decision")).doesNotContain("decision_2024q3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToForgetRowsBeforeTheirFacts(TestDatabase kind) {
        Database database = kind.database();
        assertThatThrownBy(() ->
                        new Retention(database, new Partitions(database), Duration.ofDays(100), Duration.ofDays(99)))
                .hasMessageContaining("keep-rows");
    }
}
