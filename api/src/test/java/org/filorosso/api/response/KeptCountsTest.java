package org.filorosso.api.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filorosso.api.response.CappedPlaybook.stores;
import static org.filorosso.engine.playbook.Outcome.ACCEPTED;
import static org.filorosso.engine.playbook.Outcome.PRESENTED;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.filorosso.api.decision.SharedCounts.Learnt;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.DatabaseClock;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: decisions see what is used up too late, or refer to lessons that nobody kept. */
class KeptCountsTest {
    @TempDir
    Path folder;

    private CappedPlaybook capped;

    @BeforeEach
    void load() {
        capped = CappedPlaybook.in(folder);
    }

    private KeptCounts node(Database database) {
        return new KeptCounts(
                new OnlyPlaybook(capped.playbook()),
                new CounterStore(database),
                new LearntStore(database),
                new Snapshots(database),
                new DatabaseClock(database));
    }

    private Recording.Done record(Database database, String subject, String action, Outcome outcome, Instant at) {
        Response response = capped.response("i-" + subject, subject, action, outcome, at);
        return database.inTransaction(() -> new Recording(stores(database), at).record(List.of(response)));
    }

    private static Instant now(Database database) {
        return new DatabaseClock(database).instant().truncatedTo(ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @EnumSource
    void showsAtOnceWhatThisNodeGrantsAndSoonWhatOthersGrant(TestDatabase kind) {
        Database database = kind.database();
        KeptCounts mine = node(database);
        KeptCounts other = node(database);
        Instant now = now(database);
        mine.add(record(database, "a", "gift", ACCEPTED, now).changes());
        State.Counters here = mine.usedUp(capped.playbook(), now);
        assertThat(here.today("gift")).isEqualTo(1);
        assertThat(here.total("gift")).isEqualTo(1);
        assertThat(here.spent("B-1")).isEqualByComparingTo("7.33");
        assertThat(other.usedUp(capped.playbook(), now).total("gift")).isZero();
        mine.lookAtCounters();
        other.lookAtCounters();
        for (KeptCounts node : List.of(mine, other)) {
            assertThat(node.usedUp(capped.playbook(), now).today("gift")).isEqualTo(1);
            assertThat(node.usedUp(capped.playbook(), now).spent("B-1")).isEqualByComparingTo("7.33");
        }
    }

    /** Hazard: a unit held by terms given to somebody is offered to the next. */
    @ParameterizedTest
    @EnumSource
    void countsUnitsHeldByQuotesAsUsedUp(TestDatabase kind) {
        Database database = kind.database();
        Instant now = now(database);
        record(database, "a", "deal", PRESENTED, now);
        KeptCounts node = node(database);
        node.lookAtCounters();
        assertThat(node.usedUp(capped.playbook(), now).total("deal")).isEqualTo(1);
        assertThat(node.usedUp(capped.playbook(), now).today("deal")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatDecisionsReferTo(TestDatabase kind) {
        Database database = kind.database();
        Instant now = now(database);
        record(database, "a", "plain", PRESENTED, now.minus(Duration.ofDays(40)));
        record(database, "a", "plain", ACCEPTED, now.minus(Duration.ofDays(39)));
        record(database, "b", "plain", PRESENTED, now.minusSeconds(5));
        KeptCounts node = node(database);
        node.lookAtLessons(true);
        Learnt learnt = node.learnt(capped.playbook(), now);
        assertThat(learnt.counts().of("plain", "desk", "any")).isEqualTo(new BetaCounts.Count(2, 1));
        KeptCounts later = node(database);
        assertThat(later.kept(learnt.id())).isEqualTo(learnt.counts());
        later.lookAtLessons(true);
        assertThat(later.learnt(capped.playbook(), now).id()).as("nodes agree").isEqualTo(learnt.id());
    }

    @ParameterizedTest
    @EnumSource
    void seesNewLessonsWithoutReadingAllOfThemAgain(TestDatabase kind) {
        Database database = kind.database();
        Instant now = now(database);
        record(database, "a", "plain", PRESENTED, now.minus(Duration.ofDays(40)));
        KeptCounts node = node(database);
        node.lookAtLessons(true);
        record(database, "b", "plain", PRESENTED, now);
        node.lookAtLessons(false);
        assertThat(node.learnt(capped.playbook(), now)
                        .counts()
                        .of("plain", "", "")
                        .presented())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhenLessonsAreNoLongerKept(TestDatabase kind) {
        KeptCounts node = node(kind.database());
        assertThatThrownBy(() -> node.kept("0".repeat(64))).isInstanceOf(Refusal.class);
        Learnt nothing = node.learnt(capped.playbook(), Instant.EPOCH);
        assertThat(node.kept(nothing.id())).isEqualTo(BetaCounts.NONE);
    }
}
