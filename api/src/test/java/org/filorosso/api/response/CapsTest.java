package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filorosso.api.response.CappedPlaybook.NOW;
import static org.filorosso.api.response.CappedPlaybook.stores;
import static org.filorosso.engine.playbook.Outcome.ACCEPTED;
import static org.filorosso.engine.playbook.Outcome.PRESENTED;
import static org.filorosso.engine.playbook.Outcome.REVERSED;
import static org.filorosso.engine.playbook.Outcome.SENT;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.api.store.Database;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: more is granted than there is, what is given back is lost or given back twice, a quote is not honoured. */
class CapsTest {
    @TempDir
    Path folder;

    private CappedPlaybook capped;

    @BeforeEach
    void load() {
        capped = CappedPlaybook.in(folder);
    }

    private static boolean record(Database database, Response response, Instant now) {
        Recording.Done done =
                database.inTransaction(() -> new Recording(stores(database), now).record(List.of(response)));
        return done.answers().get(response.key()).granted();
    }

    private boolean say(Database database, String subject, String action, Outcome outcome, Instant at) {
        return record(database, capped.response(subject, action, outcome, at), at);
    }

    private static BigDecimal used(Database database, String name, String period) {
        Map<Key, BigDecimal> all = new CounterStore(database).of("capped");
        return all.getOrDefault(new Key("capped", name, period), BigDecimal.ZERO);
    }

    /** Two writers stand for two nodes. */
    @ParameterizedTest
    @EnumSource
    void grantsExactlyTheCapToManyAtOnce(TestDatabase kind) {
        Database database = kind.database();
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        try (var one = writer(database);
                var two = writer(database)) {
            for (int i = 0; i < 120; i++) {
                // over two days, since a day's cap is below the total
                Instant at = NOW.plus(Duration.ofDays(i % 2));
                Response response = capped.response("s-" + i % 40, "phone", ACCEPTED, at);
                answers.add((i % 3 == 0 ? one : two)
                        .write(List.of(response))
                        .thenApply(recorded -> recorded.get(0).granted()));
            }
            assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(30);
        }
        assertThat(used(database, "acceptances/phone", "all")).isEqualByComparingTo("30");
        assertThat(used(database, "acceptances/phone", "2026-11-20")
                        .max(used(database, "acceptances/phone", "2026-11-21")))
                .isLessThanOrEqualTo(BigDecimal.valueOf(20));
    }

    private static ResponseWriter writer(Database database) {
        return new ResponseWriter(
                database, stores(database), new org.filorosso.api.store.DatabaseClock(database), done -> {});
    }

    @ParameterizedTest
    @EnumSource
    void neverPassesABudgetByAFraction(TestDatabase kind) {
        Database database = kind.database();
        long granted = IntStream.range(0, 20)
                .filter(i -> say(database, "g-" + i, "gift", ACCEPTED, NOW))
                .count();
        assertThat(granted).isEqualTo(13);
        assertThat(used(database, "budget/B-1", "all")).isEqualByComparingTo("95.29");
    }

    @ParameterizedTest
    @EnumSource
    void keepsOnRecordWhatItDoesNotGrant(TestDatabase kind) {
        Database database = kind.database();
        List.of("a", "b", "c").forEach(subject -> say(database, subject, "deal", ACCEPTED, NOW));
        assertThat(say(database, "d", "deal", ACCEPTED, NOW)).isFalse();
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("3");
        assertThat(database.sql()
                        .sql("select count(*) from interaction where granted = false")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasReversedOnce(TestDatabase kind) {
        Database database = kind.database();
        say(database, "r", "gift", ACCEPTED, NOW);
        say(database, "r", "gift", REVERSED, NOW.plusSeconds(60));
        say(database, "r", "gift", REVERSED, NOW.plusSeconds(120));
        say(database, "r", "gift", REVERSED, NOW.plusSeconds(30));
        assertThat(used(database, "acceptances/gift", "all")).isEqualByComparingTo("0");
        assertThat(used(database, "acceptances/gift", "2026-11-20")).isEqualByComparingTo("0");
        assertThat(used(database, "budget/B-1", "all")).isEqualByComparingTo("0");
    }

    /** Hazard: the desk promises a price that then nobody keeps. */
    @ParameterizedTest
    @EnumSource
    void reservesAUnitForTermsPresented(TestDatabase kind) {
        Database database = kind.database();
        for (String subject : List.of("a", "b", "c")) {
            assertThat(say(database, subject, "deal", PRESENTED, NOW)).isTrue();
        }
        assertThat(say(database, "a", "deal", PRESENTED, NOW.plusSeconds(60)))
                .as("the second presentation holds no second unit")
                .isTrue();
        assertThat(say(database, "d", "deal", PRESENTED, NOW))
                .as("none is left")
                .isFalse();
        assertThat(say(database, "d", "deal", ACCEPTED, NOW)).isFalse();
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("3");
        assertThat(say(database, "a", "deal", ACCEPTED, NOW.plusSeconds(90))).isTrue();
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("3");
        assertThat(used(database, "acceptances/deal", "2026-11-20")).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatALapsedQuoteHeld(TestDatabase kind) {
        Database database = kind.database();
        List.of("a", "b", "c").forEach(subject -> say(database, subject, "deal", PRESENTED, NOW));
        Instant after = NOW.plus(Duration.ofDays(6));
        assertThat(say(database, "d", "deal", ACCEPTED, after))
                .as("nobody had given them back yet")
                .isTrue();
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("1");
        new Lapses(database, stores(database)).giveBack(after);
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void givesBackLapsedQuotesInTheBackground(TestDatabase kind) {
        Database database = kind.database();
        List.of("a", "b").forEach(subject -> say(database, subject, "deal", PRESENTED, NOW));
        Lapses lapses = new Lapses(database, stores(database));
        assertThat(lapses.giveBack(NOW.plus(Duration.ofDays(4)))).isEmpty();
        lapses.giveBack(NOW.plus(Duration.ofDays(5)));
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("0");
    }

    /** Hazard: a unit is given back while a later quote of the same terms still stands. */
    @ParameterizedTest
    @EnumSource
    void holdsTheUnitAsLongAsTheLastQuote(TestDatabase kind) {
        Database database = kind.database();
        say(database, "a", "deal", PRESENTED, NOW);
        say(database, "a", "deal", PRESENTED, NOW.plus(Duration.ofDays(3)));
        new Lapses(database, stores(database)).giveBack(NOW.plus(Duration.ofDays(6)));
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("1");
        assertThat(say(database, "a", "deal", ACCEPTED, NOW.plus(Duration.ofDays(7))))
                .isTrue();
        assertThat(used(database, "acceptances/deal", "all")).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void countsAnOutboundContactOnce(TestDatabase kind) {
        Database database = kind.database();
        for (int i = 0; i < 5; i++) {
            String interaction = "m-" + i;
            boolean granted = record(database, capped.response(interaction, "m", "plain", SENT, NOW, "mail"), NOW);
            record(database, capped.response(interaction, "m", "plain", PRESENTED, NOW, "mail"), NOW);
            assertThat(granted).isEqualTo(i < 3);
        }
        assertThat(used(database, "contacts/mail", "2026-11-20")).isEqualByComparingTo("3");
    }
}
