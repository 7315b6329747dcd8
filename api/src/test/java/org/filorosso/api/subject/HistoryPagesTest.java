package org.filorosso.api.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.filorosso.api.fixture.Client;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.security.Role;
import org.filorosso.api.store.Database;
import org.filorosso.api.store.Dialect;
import org.filorosso.api.store.Migrations;
import org.filorosso.engine.history.Interaction;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.ConnectionCallback;

/** Hazard: the page of a history says something else than the rows, and later decisions are made for another past. */
class HistoryPagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String RESULTS = "[[\"p\",1,\"wifi-mesh\",\"I\",\"G\",\"T\",0.3,12.5,1,1,40,0.9,9,2,false]]";
    private static final String SAID = """
        {'requestId': '%s-%d', 'subjectId': '%s', 'channel': 'contact-centre', 'direction': 'inbound',
         'playbook': 'telco'}\
        """;

    /** What the reader of decisions sees of a subject, oldest first. */
    private record Seen(List<Interaction> interactions, List<StoredRows.EventRow> events) {}

    private static Seen seen(Database database, String subject) {
        StoredRows rows = database.batches().execute((ConnectionCallback<StoredRows>)
                connection -> new StoredRowsQuery(connection, database.dialect(), NOW.minus(400, ChronoUnit.DAYS))
                        .read(List.of(subject)));
        return new Seen(StoredRows.of(rows.interactions, subject), StoredRows.of(rows.events, subject));
    }

    private static Seen seenInRows(Database database, String subject) {
        new HistoryPages(database).forget(List.of(subject));
        return seen(database, subject);
    }

    private static boolean paged(Database database, String subject) {
        return database.sql()
                        .sql("select count(*) from history_page where subject_id = ? and entries is not null")
                        .param(subject)
                        .query(Long.class)
                        .single()
                == 1;
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheRowsSayOfAllThatTheServiceWrites(TestDatabase on) {
        String id = "paged-all";
        Client agent = on.service().as(Role.AGENT);
        on.service().as(Role.INTEGRATION).put("/v1/subjects/" + id, "{'consents': {'marketing': true}}");
        List<String> outcomes = List.of(
                "'outcome': 'accepted', 'value': 12.3456, 'price': 9",
                "'outcome': 'later', 'reason': 'timing', 'resumeAt': '2027-12-24T10:00:00.123456789Z'",
                "'outcome': 'presented', 'at': '" + Instant.now().minusSeconds(1) + "'");
        for (int i = 0; i < 3; i++) {
            new Planted(on).decision(id, "paged-all-" + i, 30, RESULTS);
        }
        assertThat(agent.post("/v1/decisions", SAID.formatted(id, 0, id)).status())
                .isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            Client.Answer told = agent.post(
                    "/v1/responses",
                    "{'responses': [{'interactionId': 'paged-all-%d', 'action': 'wifi-mesh', %s}]}"
                            .formatted(i, outcomes.get(i)));
            assertThat(told.status()).as(told.text()).isEqualTo(200);
        }
        agent.post(
                "/v1/events",
                "{'events': [{'subjectId': '%s', 'event': 'complaint-opened', 'key': 'c-1'}]}".formatted(id));
        Database database = on.service().bean(Database.class);

        assertThat(paged(database, id)).isTrue();
        Seen inPage = seen(database, id);
        assertThat(inPage.interactions()).hasSizeGreaterThan(5);
        assertThat(inPage.events()).hasSize(1);
        assertThat(inPage).isEqualTo(seenInRows(database, id));
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithWhatWasThereBefore(TestDatabase on) {
        String id = "paged-late";
        Planted planted = new Planted(on)
                .interaction(id, "paged-i", "accepted", 20)
                .decision(id, "paged-d", 25, RESULTS)
                .event(id, "complaint-opened", "c", "{}", 10);
        Database database = planted.database();
        assertThat(paged(database, id)).isFalse();

        on.service().as(Role.AGENT).post("/v1/decisions", SAID.formatted(id, 0, id));

        assertThat(paged(database, id)).isTrue();
        Seen inPage = seen(database, id);
        assertThat(inPage.interactions()).extracting(Interaction::id).contains("paged-i", "paged-d");
        assertThat(inPage).isEqualTo(seenInRows(database, id));
    }

    /** Two writers begin the same page at once, append in turns, and somebody forgets it meanwhile. */
    @ParameterizedTest
    @EnumSource
    void losesNothingWhereManyWriteAtOnce(TestDatabase on) throws ExecutionException, InterruptedException {
        Database database = on.database();
        List<String> subjects = List.of("a", "b", "c");
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> written = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int seed = writer;
            written.add(writers.submit(() -> {
                Random random = new Random(seed);
                for (int n = 0; n < 40; n++) {
                    int i = n;
                    String key = seed + "-" + i;
                    List<String> of = subjects.subList(random.nextInt(3), 3);
                    insist(() -> database.inTransaction(() -> write(database, of, key, i)));
                    if (random.nextInt(10) == 0) {
                        new HistoryPages(database).forget(List.of(subjects.get(random.nextInt(3))));
                    }
                }
            }));
        }
        for (Future<?> one : written) {
            one.get();
        }
        writers.shutdown();
        for (String subject : subjects) {
            database.inTransaction(() -> write(database, List.of(subject), "last", 100));
            assertThat(paged(database, subject)).isTrue();
            List<StoredRows.EventRow> inPage = seen(database, subject).events();
            assertThat(inPage)
                    .hasSizeGreaterThan(40)
                    .containsExactlyInAnyOrderElementsOf(
                            seenInRows(database, subject).events());
        }
    }

    /** As the batchers do when a transaction meets another. */
    private static void insist(Runnable work) {
        for (; ; ) {
            try {
                work.run();
                return;
            } catch (ConcurrencyFailureException e) {
                assertThat(e).hasMessageContaining("forgotten meanwhile");
            }
        }
    }

    private static boolean write(Database database, List<String> subjects, String key, int minute) {
        new HistoryPages(database)
                .append(subjects.stream()
                        .map(subject -> row(database, subject, key, "{}", minute))
                        .toList());
        return true;
    }

    private static boolean write(Database database, String subject, String key, String fields, int minute) {
        new HistoryPages(database).append(List.of(row(database, subject, key, fields, minute)));
        return true;
    }

    private static HistoryEntry row(Database database, String subject, String key, String fields, int minute) {
        Instant at = NOW.minus(minute, ChronoUnit.MINUTES);
        database.sql()
                .sql("insert into event (at, recorded_at, subject_id, event, event_key, fields)"
                        + " values (?, ?, ?, 'bill-paid', ?, ?)")
                .params(at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), subject, key, fields)
                .update();
        return new HistoryEntry.Occurring(subject, at, "bill-paid", key, fields);
    }

    /** A page that grew without end would be written anew with each entry, and H2 takes no more than a megabyte. */
    @ParameterizedTest
    @EnumSource
    void keepsNoPageOfAHistoryThatIsTooLarge(TestDatabase on) {
        Database database = on.database();
        String fields = "{\"text\": \"" + "x".repeat(HistoryPages.MOST_BYTES / 10) + "\"}";
        IntStream.range(0, 12)
                .forEach(i -> database.inTransaction(() -> write(database, "large", "k-" + i, fields, i)));
        assertThat(paged(database, "large")).isFalse();
        assertThat(seen(database, "large").events()).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource
    void writesAnEntryOnlyOnceThoughTheDecisionIsTriedTwice(TestDatabase on) {
        String id = "paged-twice";
        Client agent = on.service().as(Role.AGENT);
        List<Map.Entry<Integer, String>> answers = IntStream.range(0, 2)
                .mapToObj(i -> agent.post("/v1/decisions", SAID.formatted(id, 0, id)))
                .map(answer -> Map.entry(
                        answer.status(), answer.json().path("interactionId").stringValue()))
                .toList();
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        Database database = on.service().bean(Database.class);
        Seen inPage = seen(database, id);
        assertThat(inPage.interactions()).doesNotHaveDuplicates();
        assertThat(inPage).isEqualTo(seenInRows(database, id));
    }

    /**
     * Hazard: histories that began small stand together in one leaf of H2's tree, which never splits as they grow, so that
     * each entry of one writes all of them anew.
     */
    @Test
    void writesNoNeighboursAnewWhereEachGrows(@TempDir Path folder) throws IOException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("grown") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0",
                "sa",
                "");
        try {
            Database database = Database.of(pool, Dialect.H2);
            Migrations.run(database);
            List<String> subjects =
                    IntStream.range(0, 60).mapToObj(i -> "s-" + i).toList();
            String fields = "{\"text\": \"" + "x".repeat(400) + "\"}";
            for (int i = 0; i < 50; i++) {
                String key = "k-" + i;
                database.inTransaction(() -> {
                    subjects.forEach(subject -> write(database, subject, key, fields, 1));
                    return true;
                });
            }
            Path file = folder.resolve("grown.mv.db");
            long before = Files.size(file);
            int entries = 60;
            for (int i = 0; i < entries; i++) {
                String subject = subjects.get(i);
                database.inTransaction(() -> write(database, subject, "last", fields, 0));
            }
            assertThat((Files.size(file) - before) / entries).isLessThan(200 * 1024);
        } finally {
            pool.dispose();
        }
    }
}
