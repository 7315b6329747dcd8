package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filorosso.api.response.CappedPlaybook.NOW;
import static org.filorosso.api.response.CappedPlaybook.stores;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.learn.DailyCounts;
import org.filorosso.engine.learn.Lessons;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazard: what is learnt differs from what the history says, because of order, repetition or reversal. */
class LearningTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void countsAsTheEngineReadsTheSameHistory(TestDatabase kind) {
        Database database = kind.database();
        List<Response> responses = history(CappedPlaybook.in(folder));
        Collections.shuffle(responses, new Random(5));
        for (int from = 0; from < responses.size(); from += 7) {
            List<Response> some = responses.subList(from, Math.min(from + 7, responses.size()));
            database.inTransaction(() -> new Recording(stores(database), NOW).record(some));
        }
        Map<LearntStore.Cell, LearntStore.Count> stored = new HashMap<>();
        new LearntStore(database).read(LocalDate.EPOCH, stored);
        BetaCounts counts = LearntStore.daily(stored).at(TODAY, 30L);
        assertThat(counts).isEqualTo(asTheEngineReads(responses));
        assertThat(counts.counts()).isNotEmpty();
    }

    private static List<Response> history(CappedPlaybook playbook) {
        Random random = new Random(11);
        Outcome[] outcomes = {
            Outcome.PRESENTED, Outcome.SENT, Outcome.ACCEPTED, Outcome.REVERSED, Outcome.REJECTED, Outcome.ACCEPTED
        };
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String subject = "s-" + random.nextInt(10);
            String interaction = subject + "/" + random.nextInt(6);
            String action = random.nextBoolean() ? "plain" : "gift";
            // each at a time of its own: of two rows of one moment nobody can say which was first
            Instant at = NOW.plus(Duration.ofMinutes(17L * i + random.nextInt(17)));
            responses.add(
                    playbook.response(interaction, subject, action, outcomes[random.nextInt(outcomes.length)], at));
        }
        return responses;
    }

    private static BetaCounts asTheEngineReads(List<Response> responses) {
        Map<String, List<Interaction>> bySubject = new HashMap<>();
        responses.stream()
                .sorted(java.util.Comparator.comparing(Response::at))
                .forEach(response -> bySubject
                        .computeIfAbsent(response.subject(), unknown -> new ArrayList<>())
                        .add(response.row()));
        DailyCounts days = new DailyCounts();
        bySubject
                .values()
                .forEach(rows -> Lessons.of(rows, Instant.MAX).forEach(lesson -> {
                    Interaction row = lesson.row();
                    days.add(
                            row.at().atZone(ROME).toLocalDate(), row.action(), row.channel(), "any", lesson.accepted());
                }));
        return days.at(TODAY, 30L);
    }
}
