package org.filorosso.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: two nodes work on runs at once, nobody does after one died, or one that was away writes over another's work. */
class RunTurnTest {

    private static void lapses(Database database) {
        database.sql()
                .sql("update run_turn set until = timestamp with time zone '2020-01-01 00:00:00+00'")
                .update();
    }

    private static Run run(String id) {
        return new Run(
                id,
                "{}",
                null,
                "telco",
                false,
                Run.Status.QUEUED,
                Run.Step.DECIDING,
                "somebody",
                Instant.parse("2026-03-01T10:00:00Z"),
                null,
                null,
                0,
                null,
                null,
                false,
                null);
    }

    @ParameterizedTest
    @EnumSource
    void belongsToOneNodeUntilItLapsesOrIsLeft(TestDatabase kind) {
        Database database = kind.database();
        DatabaseClock clock = new DatabaseClock(database);
        RunTurn one = new RunTurn(database, clock);
        RunTurn other = new RunTurn(database, clock);
        assertThat(one.take()).isTrue();
        assertThat(one.take()).as("kept").isTrue();
        assertThat(other.take()).as("another's").isFalse();
        lapses(database);
        assertThat(other.take()).as("its node died").isTrue();
        assertThat(one.take()).isFalse();
        other.leave();
        assertThat(one.take()).as("its node stopped").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoLostItWritesNothingMore(TestDatabase kind) {
        Database database = kind.database();
        DatabaseClock clock = new DatabaseClock(database);
        RunTurn one = new RunTurn(database, clock);
        RunTurn other = new RunTurn(database, clock);
        RunStore store = new RunStore(database);
        store.add(run("r-1"));
        assertThat(one.take()).isTrue();
        store.begin("r-1", Instant.parse("2026-03-01T10:00:01Z"), "9f3a", one.worker());
        lapses(database);
        assertThat(other.take()).isTrue();
        assertThatThrownBy(() -> store.finish(
                        "r-1", Run.Status.FAILED, "late", Instant.parse("2026-03-01T10:00:02Z"), one.worker()))
                .isInstanceOf(RunStore.LostTurn.class);
        assertThat(store.next()).hasValueSatisfying(run -> {
            assertThat(run.status()).isEqualTo(Run.Status.RUNNING);
            assertThat(run.revision()).isEqualTo("9f3a");
        });
    }

    /** What was begun goes before what waits; what is over is not taken again. */
    @ParameterizedTest
    @EnumSource
    void whatWasBegunIsTakenFirst(TestDatabase kind) {
        Database database = kind.database();
        RunTurn turn = new RunTurn(database, new DatabaseClock(database));
        RunStore store = new RunStore(database);
        store.add(run("r-1"));
        store.add(run("r-2"));
        assertThat(turn.take()).isTrue();
        store.begin("r-2", Instant.parse("2026-03-01T10:00:01Z"), "9f3a", turn.worker());
        assertThat(store.next()).map(Run::id).hasValue("r-2");
        store.finish("r-2", Run.Status.COMPLETED, null, Instant.parse("2026-03-01T10:00:02Z"), turn.worker());
        assertThat(store.next()).map(Run::id).hasValue("r-1");
        assertThat(store.latestTime("telco")).isEqualTo(Instant.parse("2026-03-01T10:00:01Z"));
        assertThat(store.cancel("r-2", Instant.parse("2026-03-01T10:00:03Z"))).isFalse();
        assertThat(store.cancel("r-1", Instant.parse("2026-03-01T10:00:03Z"))).isTrue();
        assertThat(store.next()).isEmpty();
    }
}
