package org.filorosso.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.filorosso.api.decision.DecisionWrite.Outcome;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.problem.Kind;
import org.filorosso.api.problem.Refusal;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.api.store.Database;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.playbook.Direction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hazards: the same request has two effects, more contacts are made than a channel has room for. */
class OnceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void fiftyOfTheSameRequestAtOnceAreOneDecision(TestDatabase kind) throws Exception {
        Database database = kind.database();
        try (Desk one = new Desk(database, folder.resolve("1"), Desk::willing, true, Desk.PATIENT);
                Desk two = new Desk(database, folder.resolve("2"), Desk::willing, true, Desk.PATIENT)) {
            List<Callable<Answered>> posts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                Desk desk = i % 2 == 0 ? one : two;
                posts.add(() -> desk.service.answer(Desk.inbound("same", "r-1")));
            }
            List<Answered> answers = together(posts);
            assertThat(answers)
                    .extracting(Answered::decision)
                    .containsOnly(answers.get(0).decision());
            assertThat(answers).extracting(Answered::degraded).containsOnlyNulls();
            assertThat(count(database, "decision")).isEqualTo(1);
            assertThat(count(database, "request_key")).isEqualTo(1);
            assertThat(count(database, "subject_stage")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherQuestionUnderTheSameIdIsRefused(TestDatabase kind) {
        try (Desk desk = new Desk(kind.database(), folder, Desk::willing, true, Desk.PATIENT)) {
            desk.service.answer(Desk.inbound("one", "r-1"));
            assertThatThrownBy(() -> desk.service.answer(Desk.inbound("other", "r-1")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.REUSED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void decidesAgainWhenTheLastUnitWentMeanwhile(TestDatabase kind) {
        Database database = kind.database();
        try (Desk desk = new Desk(database, folder, Desk::willing, true, Desk.PATIENT)) {
            Ask ask = Desk.ask("last", "r-1", "email", Direction.OUTBOUND);
            String today = ask.at()
                    .atZone(Desk.TELCO.playbook().settings().zone())
                    .toLocalDate()
                    .toString();
            Key capacity = new Key("telco", "contacts/email", today);
            CounterStore counters = new CounterStore(database);
            counters.add(capacity, BigDecimal.valueOf(19_999), null);
            assertThat(desk.service.answer(ask).decision().results()).isNotEmpty();
            Answered empty = desk.service.answer(Desk.ask("too-late", "r-2", "email", Direction.OUTBOUND));
            assertThat(empty.degraded()).isNull();
            assertThat(empty.decision().results()).isEmpty();
            assertThat(empty.decision().noActionReason()).isEqualTo(StageCode.CHANNEL);
            assertThat(counters.of("telco").get(capacity)).isEqualByComparingTo("20000");
            assertThat(desk.registry.counter("filorosso.cap.refusals").count()).isEqualTo(1);
        }
    }

    /** Counters in opposite orders, and requests that take both or nothing: never more than the limit, no deadlock. */
    @ParameterizedTest
    @EnumSource
    void neverTakesMoreThanThereIsFromAnyWriter(TestDatabase kind) throws Exception {
        Database database = kind.database();
        CounterStore counters = new CounterStore(database);
        Made sample = sample();
        Key scarce = new Key("telco", "contacts/email", "2026-11-22");
        Key plenty = new Key("telco", "budget/B-9", "all");
        DecisionWriter[] writers = {
            new DecisionWriter(database, counters, null), new DecisionWriter(database, counters, null)
        };
        List<Charges.Charge> charges = List.of(
                new Charges.Charge(scarce, BigDecimal.ONE, BigDecimal.valueOf(50)),
                new Charges.Charge(plenty, new BigDecimal("0.02"), BigDecimal.valueOf(1_000)));
        List<Callable<List<Outcome>>> batches = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int batch = i;
            batches.add(() -> writers[batch % 2].write(IntStream.range(0, 5)
                    .mapToObj(j -> write(sample, "i-" + batch + "-" + j, charges))
                    .toList()));
        }
        long written = together(batches).stream()
                .flatMap(List::stream)
                .filter(DecisionWrite.Written.class::isInstance)
                .count();
        assertThat(written).isEqualTo(50);
        assertThat(counters.of("telco").get(scarce)).isEqualByComparingTo("50");
        assertThat(counters.of("telco").get(plenty)).isEqualByComparingTo("1.00");
        assertThat(count(database, "decision")).isEqualTo(50);
        assertThat(count(database, "request_key")).isEqualTo(50);
    }

    /** A commit whose reply was lost: the same write again takes no second unit. */
    @ParameterizedTest
    @EnumSource
    void theSameWriteAgainIsChargedOnce(TestDatabase kind) {
        Database database = kind.database();
        CounterStore counters = new CounterStore(database);
        DecisionWriter writer = new DecisionWriter(database, counters, null);
        Key key = new Key("telco", "contacts/email", "2026-11-22");
        DecisionWrite write =
                write(sample(), "again", List.of(new Charges.Charge(key, BigDecimal.ONE, BigDecimal.TEN)));
        assertThat(writer.write(List.of(write))).hasOnlyElementsOfType(DecisionWrite.Written.class);
        assertThat(writer.write(List.of(write))).hasOnlyElementsOfType(DecisionWrite.Written.class);
        assertThat(counters.of("telco").get(key)).isEqualByComparingTo("1");
    }

    private static Made sample() {
        Ask ask = Desk.ask("sample", null, "email", Direction.OUTBOUND);
        DecisionMaker maker = new DecisionMaker(new Desk.Counted(), List::of);
        return maker.make(
                ask,
                "sample",
                Desk.willing("sample").join().seenBy(Desk.TELCO.playbook(), ask.at()),
                java.util.Set.of());
    }

    private static DecisionWrite write(Made made, String id, List<Charges.Charge> charges) {
        DecisionRow row = DecisionRows.of(made);
        DecisionRow renamed = new DecisionRow(
                id,
                row.at(),
                row.subjectId(),
                row.household(),
                row.playbook(),
                row.revision(),
                row.arm(),
                row.variants(),
                row.channel(),
                row.direction(),
                row.stage(),
                row.results(),
                row.stages(),
                row.noActionReason(),
                row.degraded(),
                row.facts(),
                row.factsDigest());
        return new DecisionWrite(renamed, new RequestKey("test", id, "d"), "new", charges, null, new AtomicBoolean());
    }

    private static long count(Database database, String table) {
        return database.sql()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdown();
        }
    }
}
