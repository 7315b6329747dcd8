package org.filorosso.api.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.filorosso.api.store.Database;
import org.jspecify.annotations.Nullable;

/** Writes a past into the database, as if it had been decided, answered and reported at those times. */
final class PlantedHistory {
    private final Database database;
    private final String playbook;

    PlantedHistory(Database database, String playbook) {
        this.database = database;
        this.playbook = playbook;
    }

    /**
     * Where and to whom something happened.
     *
     * @param direction {@code inbound} or {@code outbound}
     */
    record Scene(String interaction, String at, String subject, String channel, String direction) {

        OffsetDateTime time() {
            return time(at);
        }

        static OffsetDateTime time(String at) {
            return Instant.parse(at).atOffset(ZoneOffset.UTC);
        }
    }

    /** One result as it is stored: placement default, one action. */
    static String result(int rank, String action, String group, double propensity, double value) {
        return result(rank, action, group, propensity, value, 0);
    }

    /** The same with what an acceptance costs. */
    static String result(int rank, String action, String group, double propensity, double value, double cost) {
        return "[\"default\"," + rank + ",\"" + action + "\",\"" + group.replaceAll("/.*", "") + "\",\""
                + group.replaceAll(".*/", "") + "\",\"T-1\"," + propensity + "," + value + ",1.0,1.0,"
                + propensity * value + ",1.0,null," + cost + ",false]";
    }

    /** What else a decision says. */
    record Said(
            String arm,
            String variants,
            String stage,
            String stages,
            @Nullable String noActionReason) {
        static final Said USUAL = new Said("champion", "", "any", "{}", null);
    }

    PlantedHistory decision(Scene scene, Said said, String... results) {
        database.sql()
                .sql(
                        "insert into decision (interaction_id, at, subject_id, household, playbook, revision, arm, variants,"
                                + " channel, direction, stage, results, stages, no_action_reason, facts_digest)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scene.interaction(),
                        scene.time(),
                        scene.subject(),
                        "h-" + scene.subject(),
                        playbook,
                        "abcdef012345",
                        said.arm(),
                        said.variants(),
                        scene.channel(),
                        scene.direction(),
                        said.stage(),
                        "[" + String.join(",", results) + "]",
                        said.stages(),
                        said.noActionReason(),
                        "0")
                .update();
        return this;
    }

    PlantedHistory response(Scene scene, String action, String outcome) {
        return response(scene, action, outcome, null, null);
    }

    PlantedHistory response(
            Scene scene, String action, String outcome, @Nullable String value, @Nullable String price) {
        database.sql()
                .sql("insert into interaction (at, recorded_at, interaction_id, subject_id, action, outcome, channel,"
                        + " direction, rank, playbook, amount, price, offered, granted, response_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        scene.time(),
                        scene.time(),
                        scene.interaction(),
                        scene.subject(),
                        action,
                        outcome,
                        scene.channel(),
                        scene.direction(),
                        1,
                        playbook,
                        value == null ? null : new BigDecimal(value),
                        price == null ? null : new BigDecimal(price),
                        true,
                        true,
                        scene.interaction() + action + outcome)
                .update();
        return this;
    }

    PlantedHistory event(String subject, String at, String event, String key, String fields) {
        database.sql()
                .sql(
                        "insert into event (at, recorded_at, subject_id, event, event_key, fields) values (?, ?, ?, ?, ?, ?)")
                .params(Scene.time(at), Scene.time(at), subject, event, key, fields)
                .update();
        return this;
    }

    PlantedHistory consent(String subject, String purpose, boolean granted, String at) {
        database.sql()
                .sql("insert into consent_entry (subject_id, purpose, granted, at, recorded_at, recorded_by)"
                        + " values (?, ?, ?, ?, ?, 'test')")
                .params(subject, purpose, granted, Scene.time(at), Scene.time(at))
                .update();
        return this;
    }
}
