package org.filorosso.api.subject;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.filorosso.api.fixture.TestDatabase;
import org.filorosso.api.store.Database;

/** Puts rows of the past where a test needs them, as if they had stood there before pages were kept. */
final class Planted {
    private final Database database;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Planted(TestDatabase database) {
        this.database = database.service().bean(Database.class);
    }

    OffsetDateTime ago(long minutes) {
        return now.minus(minutes, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

    Planted interaction(String subject, String id, String outcome, long minutesAgo) {
        database.sql()
                .sql("insert into interaction (at, recorded_at, interaction_id, subject_id, action, outcome,"
                        + " channel, direction, rank, amount, price, reason, offered, granted, response_key)"
                        + " values (?, ?, ?, ?, 'wifi-mesh', ?, 'email', 'outbound', 1, 12.5, 7, 'price', true,"
                        + " true, ?)")
                .params(ago(minutesAgo), ago(minutesAgo), id, subject, outcome, id + outcome)
                .update();
        new HistoryPages(database).forget(List.of(subject));
        return this;
    }

    /** Two results for the JSON {@code results}, none for {@code []}. */
    Planted decision(String subject, String id, long minutesAgo, String results) {
        database.sql()
                .sql("insert into decision (interaction_id, at, subject_id, playbook, revision, arm, variants, channel,"
                        + " direction, stage, results, stages, facts_digest)"
                        + " values (?, ?, ?, 'telco', 'r', 'champion', '', 'email', 'outbound', 's', ?, '{}', 'd')")
                .params(id, ago(minutesAgo), subject, results)
                .update();
        new HistoryPages(database).forget(List.of(subject));
        return this;
    }

    Planted event(String subject, String event, String key, String fields, long minutesAgo) {
        database.sql()
                .sql("insert into event (at, recorded_at, subject_id, event, event_key, fields)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(ago(minutesAgo), ago(minutesAgo), subject, event, key, fields)
                .update();
        new HistoryPages(database).forget(List.of(subject));
        return this;
    }

    Planted quote(String subject, String id, String held) {
        database.sql()
                .sql("insert into quote (subject_id, action, interaction_id, playbook, price, cost, channel, at, until,"
                        + " reserved, held) values (?, 'wifi-mesh', ?, 'telco', 7.5, 2, 'email', ?, ?, true, ?)")
                .params(subject, id, ago(30), ago(-60), held)
                .update();
        return this;
    }

    Planted update(String sql, Object... parameters) {
        database.sql().sql(sql).params(parameters).update();
        return this;
    }

    Database database() {
        return database;
    }
}
