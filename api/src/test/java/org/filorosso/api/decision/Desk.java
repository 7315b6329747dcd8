package org.filorosso.api.decision;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.api.playbook.LivePlaybooks;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.Database;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.api.subject.StoredSubject;
import org.filorosso.api.subject.SubjectReader;
import org.filorosso.engine.decide.Request.Explain;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.learn.BetaCounts;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.PlaybookReader;
import org.jspecify.annotations.Nullable;

/** All that decides, on a database and a folder of a test's own, without the web. */
final class Desk implements AutoCloseable {
    static final LivePlaybook TELCO =
            LivePlaybook.of(PlaybookReader.read(Path.of("..", "rules", "telco"), LocalDate.EPOCH)
                    .orThrow());
    static final Duration PATIENT = Duration.ofSeconds(60);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Spool spool;
    final DecisionRecords records;
    final DecisionStore store;
    final SpoolDrain drain;
    final DecisionService service;
    private final Journal journal;

    /**
     * @param subjects where subjects are read
     * @param ready false keeps it from the database altogether
     */
    Desk(Database database, Path folder, SubjectReader subjects, boolean ready, Duration deadline) {
        this.spool = new Spool(folder);
        this.store = new DecisionStore(database);
        this.records = new DecisionRecords(store, new OnlyTelco(), new Counted());
        CounterStore counters = new CounterStore(database);
        this.journal =
                new Journal(database.dialect(), new DecisionWriter(database, counters, null), store, records, spool);
        // never by itself: tests say when
        this.drain = new SpoolDrain(
                spool, new SpoolStore(database, counters, null), () -> false, folder.resolve("refused.jsonl"));
        this.service = new DecisionService(
                new Answering.Parts(
                        subjects,
                        new DecisionMaker(new Counted(), List::of),
                        new Writes(null),
                        journal,
                        new Patience(() -> ready),
                        new DecisionMetrics(registry)),
                deadline);
    }

    @Override
    public void close() {
        drain.close();
        journal.close();
    }

    double count(String metric, String tag, String value) {
        return registry.counter(metric, tag, value).count();
    }

    /** A question of the contact centre's desk. */
    static Ask inbound(String subjectId, @Nullable String requestId) {
        return ask(subjectId, requestId, "contact-centre", Direction.INBOUND);
    }

    static Ask ask(String subjectId, @Nullable String requestId, String channelName, Direction direction) {
        Channel channel = TELCO.playbook().tables().channels().stream()
                .filter(one -> one.name().equals(channelName))
                .findFirst()
                .orElseThrow();
        RequestKey key = requestId == null ? null : new RequestKey("desk", requestId, "digest-" + subjectId);
        return new Ask(
                key,
                subjectId,
                TELCO,
                new Ask.Where(channel, direction, List.of()),
                Map.of(),
                Map.of(),
                null,
                Explain.SUMMARY,
                false,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Everybody is stored, has agreed to everything, and nothing else is known of him. */
    static CompletableFuture<StoredSubject> willing(String id) {
        Subject.Consent yes = Subject.Consent.of(true);
        Map<String, Subject.Consent> all = Map.of("marketing", yes, "telemarketing", yes, "profiling", yes);
        Subject subject = new Subject(
                id, null, null, Samples.ATTRIBUTES, all, List.of(), Set.of(), History.NONE, History.NONE, null);
        return CompletableFuture.completedFuture(new Stored(new KnownSubject(subject, List.of(), null, null)));
    }

    private record Stored(KnownSubject seen) implements StoredSubject {
        @Override
        public String id() {
            return seen.subject().id();
        }

        @Override
        public boolean known() {
            return true;
        }

        @Override
        public KnownSubject seenBy(Playbook playbook, Instant at) {
            return seen;
        }
    }

    private static final class OnlyTelco implements LivePlaybooks {
        @Override
        public LivePlaybook named(@Nullable String name) {
            return TELCO;
        }

        @Override
        public LivePlaybook revision(String name, String revision) {
            return TELCO;
        }

        @Override
        public Collection<LivePlaybook> all() {
            return List.of(TELCO);
        }
    }

    /** Nothing is learnt, and counters look fresh: only the exact count knows. */
    record Counted() implements SharedCounts {
        @Override
        public void look() {}

        @Override
        public State.Counters usedUp(Playbook playbook, Instant at) {
            return State.Counters.NONE;
        }

        @Override
        public Learnt learnt(Playbook playbook, Instant at) {
            return new Learnt("nothing", BetaCounts.NONE);
        }

        @Override
        public BetaCounts kept(String id) {
            return BetaCounts.NONE;
        }
    }
}
