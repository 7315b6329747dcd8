package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.SubjectReader;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.QueryTimeoutException;

/** Hazards: no answer without the database, marketing without known consent, an answer that is lost or stored twice. */
class LadderTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void answersWithoutMarketingWhenTheSubjectIsReadLate() {
        SubjectReader never = id -> new CompletableFuture<>();
        try (Desk desk = new Desk(TestDatabase.H2.database(), folder, never, true, SHORT)) {
            Answered answer = desk.service.answer(Desk.inbound("late", "r-1"));
            assertThat(answer.degraded()).isEqualTo("timeout");
            assertThat(answer.decision().results()).allMatch(LadderTest::service);
            assertThat(desk.count("filorosso.degraded", "reason", "timeout")).isEqualTo(1);
        }
    }

    private static boolean service(org.filorosso.engine.decide.Decision.Result result) {
        return Desk.TELCO.playbook().catalogue().find(result.action()).service();
    }

    @Test
    void saysWhyAnAnswerIsLess() {
        SubjectReader down = id -> CompletableFuture.failedFuture(new QueryTimeoutException("down"));
        SubjectReader full = id -> CompletableFuture.failedFuture(new RejectedExecutionException("full"));
        SubjectReader broken = id -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
        assertThat(List.of(degraded(down), degraded(full), degraded(broken)))
                .containsExactly("database", "overload", "failure");
    }

    private String degraded(SubjectReader subjects) {
        try (Desk desk = new Desk(TestDatabase.H2.database(), folder, subjects, true, Desk.PATIENT)) {
            return String.valueOf(desk.service.answer(Desk.inbound("s", null)).degraded());
        }
    }

    @Test
    void servesBeforeTheDatabaseWasEverThere() {
        try (Desk desk = new Desk(TestDatabase.H2.database(), folder, Desk::willing, false, Desk.PATIENT)) {
            Answered answer = desk.service.answer(Desk.inbound("cold", null));
            assertThat(answer.degraded()).isEqualTo("database");
            assertThat(answer.decision().placements()).isNotEmpty();
        }
    }

    @Test
    void offersNothingThatIsLimitedWhenItCannotBeCounted() {
        try (Desk desk = new Desk(withoutTables(), folder, Desk::willing, true, Desk.PATIENT)) {
            Answered answer = desk.service.answer(Desk.ask("limited", null, "email", Direction.OUTBOUND));
            assertThat(answer.degraded()).isEqualTo("database");
            assertThat(answer.decision().results()).isEmpty();
            assertThat(answer.decision().noActionReason()).isEqualTo(StageCode.CHANNEL);
        }
    }

    @Test
    void tellsTheTrueDecisionWhenOnlyTheWriteFails() {
        try (Desk desk = new Desk(withoutTables(), folder, Desk::willing, true, Desk.PATIENT)) {
            Answered answer = desk.service.answer(Desk.inbound("unwritten", null));
            assertThat(answer.degraded()).isEqualTo("database");
            assertThat(answer.decision().results()).anyMatch(result -> !service(result));
        }
    }

    private static Database withoutTables() {
        Database database = TestDatabase.H2.database();
        database.sql().sql("drop table decision").update();
        database.sql().sql("drop table request_key").update();
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void storesOnceAfterARestartWhatWaitedOnDisk(TestDatabase kind) throws IOException {
        Database database = kind.database();
        Answered answer;
        try (Desk desk = new Desk(database, folder, Desk::willing, false, Desk.PATIENT)) {
            answer = desk.service.answer(Desk.inbound("waits", "r-2"));
            Answered same = desk.service.answer(Desk.inbound("waits", "r-2"));
            assertThat(same.decision()).isEqualTo(answer.decision());
        }
        String id = answer.decision().interactionId();
        try (Desk desk = new Desk(database, folder, Desk::willing, true, Desk.PATIENT)) {
            assertThat(desk.records.find(id)).isEmpty();
            byte[] file = Files.readAllBytes(desk.spool.files().get(0));
            assertThat(desk.drain.drain()).isEqualTo(1);
            assertThat(desk.spool.isEmpty()).isTrue();
            // an interruption after the commit: the same file again, its last line cut off
            Files.write(folder.resolve("000000000007.jsonl"), file);
            Files.writeString(folder.resolve("000000000008.jsonl"), "{\"row\":{\"inter");
        }
        try (Desk desk = new Desk(database, folder, Desk::willing, true, Desk.PATIENT)) {
            desk.drain.drain();
            assertThat(desk.store.find(List.of(id))).hasSize(1);
            assertThat(desk.records.find(id).orElseThrow().again().decision()).isEqualTo(answer.decision());
            assertThat(folder.resolve("refused.jsonl")).exists();
            Answered later = desk.service.answer(Desk.inbound("waits", "r-2"));
            assertThat(later.decision()).isEqualTo(answer.decision());
            assertThat(later.degraded()).isEqualTo("database");
        }
    }

    /** Hazard: what was offered while the database was away counts for no limit afterwards. */
    @ParameterizedTest
    @EnumSource
    void remembersInTheHistoryWhatWaitedOnDisk(TestDatabase kind) throws IOException {
        Database database = kind.database();
        try (Desk desk = new Desk(database, folder, Desk::willing, true, Desk.PATIENT)) {
            assertThat(desk.service.answer(Desk.inbound("paged", "r-3")).degraded())
                    .isNull();
        }
        int before = page(database);
        try (Desk desk = new Desk(database, folder, Desk::willing, false, Desk.PATIENT)) {
            assertThat(desk.service
                            .answer(Desk.inbound("paged", "r-4"))
                            .decision()
                            .results())
                    .isNotEmpty();
            assertThat(page(database)).isEqualTo(before);
            assertThat(desk.drain.drain()).isEqualTo(1);
        }
        assertThat(page(database)).isGreaterThan(before);
    }

    private static int page(Database database) {
        return database.sql()
                .sql("select octet_length(entries) from history_page where subject_id = 'paged'")
                .query(Integer.class)
                .single();
    }
}
