package org.filorosso.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.filorosso.engine.learn.BetaCounts.Count;
import org.junit.jupiter.api.Test;

/** Hazard: what was learnt depends on the order in which responses arrived, or two nodes differ in the last bit. */
class DailyCountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private record Row(int day, String channel, boolean accepted) {}

    @Test
    void theOrderOfUpdatesDoesNotShow() {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(new Row(random.nextInt(400), random.nextBoolean() ? "app" : "email", random.nextInt(10) == 0));
        }
        BetaCounts first = counts(rows).at(TODAY, 90L);
        Collections.shuffle(rows, random);

        assertThat(counts(rows).at(TODAY, 90L)).isEqualTo(first);
    }

    private static DailyCounts counts(List<Row> rows) {
        DailyCounts counts = new DailyCounts();
        rows.forEach(row -> counts.add(TODAY.minusDays(row.day), "a", row.channel, "s", row.accepted));
        return counts;
    }

    @Test
    void halfIsForgottenInAHalfLife() {
        DailyCounts counts = new DailyCounts();
        counts.add(TODAY.minusDays(90), "a", "app", "", false);
        counts.add(TODAY, "a", "app", "", false);
        counts.add(TODAY.minusDays(180), "a", "app", "", true);

        Count count = counts.at(TODAY, 90L).of("a", "app", "");

        assertThat(count.presented()).isCloseTo(1.5, within(1e-15));
        assertThat(count.accepted()).isCloseTo(0.25, within(1e-15));
        assertThat(counts.at(TODAY, null).of("a", "", "")).isEqualTo(new Count(2, 1));
    }

    @Test
    void theFutureTeachesNothing() {
        DailyCounts counts = new DailyCounts();
        counts.add(TODAY.plusDays(1), "a", "app", "s", false);

        assertThat(counts.at(TODAY, null)).isEqualTo(BetaCounts.NONE);
    }

    @Test
    void anAcceptanceIsNeverMoreThanOne() {
        DailyCounts counts = new DailyCounts();
        counts.add(TODAY, "a", "app", "s", true);

        assertThat(counts.at(TODAY, null).of("a", "app", "s")).isEqualTo(new Count(1, 1));
    }
}
