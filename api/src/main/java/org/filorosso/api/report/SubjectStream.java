package org.filorosso.api.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.filorosso.api.subject.StoredCodes;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.score.Decided;
import org.filorosso.engine.score.Decided.Offered;
import org.filorosso.engine.score.Known;
import org.filorosso.engine.score.SubjectLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads decisions, responses and events subject by subject, in one pass: of all of them, one subject is in memory. One that
 * has more rows than any person has is read up to its limit, and told.
 */
@Component
final class SubjectStream {
    /** A person has fewer rows; what has more is a test or a desk. */
    static final int MOST_ROWS = 20_000;

    private static final String NO_NUMBER = "cast(null as numeric(19, 4))";
    private static final String NO_TIME = "cast(null as timestamp with time zone)";
    private static final String NO_TEXT = "cast(null as varchar)";
    private static final String QUERY =
            "select 1 as kind, subject_id, at, interaction_id as id, channel, direction, stage, arm as text1, variants"
                    + " as text2, results as text3, revision as text4, no_action_reason as text5, "
                    + NO_NUMBER + " as amount, " + NO_NUMBER + " as price, " + NO_TIME + " as resume_at, true as"
                    + " offered, true as granted,"
                    + " cast(0 as bigint) as seq"
                    + " from decision where"
                    + " playbook = ? and at >= ?"
                    + " and at < ? union all select"
                    + " 2, subject_id, at,"
                    + " interaction_id, channel,"
                    + " direction, stage, action,"
                    + " outcome,"
                    + " reason,"
                    + " treatment,"
                    + " " + NO_TEXT + ", amount, price, resume_at, offered, granted, seq"
                    + " from interaction where playbook = ? and at >= ? and at < ? and outcome <> 'decided'"
                    + " union all select 3, subject_id, at, event_key, " + NO_TEXT + ", " + NO_TEXT + ", " + NO_TEXT
                    + ", event, fields, " + NO_TEXT + ", " + NO_TEXT + ", " + NO_TEXT + ", " + NO_NUMBER + ", "
                    + NO_NUMBER + ", "
                    + NO_TIME + ", true, true, seq from event where at >= ? and at < ?"
                    + " order by subject_id, at, kind, seq, id";

    private final LogStore logs;

    SubjectStream(LogStore logs) {
        this.logs = logs;
    }

    /**
     * Hands over every subject with anything in the period.
     *
     * @return how many subjects had too many rows
     */
    long each(String playbook, Period period, Consumer<SubjectRows> consumer) {
        List<Object> parameters = List.of(
                playbook,
                period.start(),
                period.end(),
                playbook,
                period.start(),
                period.end(),
                period.start(),
                period.end());
        Gathering gathering = new Gathering(consumer);
        logs.stream(QUERY, parameters, gathering::add);
        gathering.end();
        return gathering.cut;
    }

    /** Gathers the rows of one subject after the other. */
    private static final class Gathering {
        private final Consumer<SubjectRows> consumer;
        private final List<Decided> decisions = new ArrayList<>();
        private final List<Interaction> responses = new ArrayList<>();
        private final List<SubjectRows.Answer> answers = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final Map<String, SubjectRows.Detail> details = new HashMap<>();
        private @Nullable String subject;
        private int rows;
        private long cut;

        Gathering(Consumer<SubjectRows> consumer) {
            this.consumer = consumer;
        }

        void add(ResultSet row) throws SQLException {
            String id = row.getString("subject_id");
            if (!id.equals(subject)) {
                end();
                subject = id;
            }
            cut += ++rows == MOST_ROWS + 1 ? 1 : 0;
            if (rows > MOST_ROWS) {
                return;
            }
            switch (row.getInt("kind")) {
                case 1 -> decision(row);
                case 2 -> response(row);
                default -> event(row);
            }
        }

        private void decision(ResultSet row) throws SQLException {
            JsonNode results = DecisionCells.results(row.getString("text3"));
            List<Offered> offered = new ArrayList<>(results.size());
            Map<String, SubjectRows.Worth> worths = new HashMap<>();
            for (JsonNode result : results) {
                String action = result.path(2).asString();
                JsonNode price = result.path(12);
                offered.add(new Offered(
                        action,
                        result.path(1).asInt(),
                        result.path(6).asDouble(),
                        price.isNumber() ? price.decimalValue() : null));
                worths.put(
                        action,
                        new SubjectRows.Worth(
                                result.path(7).asDouble(), result.path(13).asDouble()));
            }
            String id = row.getString("id");
            decisions.add(new Decided(
                    id,
                    time(row, "at"),
                    row.getString("text1"),
                    row.getString("text4"),
                    row.getString("channel"),
                    direction(row),
                    List.copyOf(offered),
                    row.getString("text5")));
            details.put(id, new SubjectRows.Detail(row.getString("stage"), variants(row.getString("text2")), worths));
        }

        /** {@code script=A|price=B} */
        private static Map<String, String> variants(String text) {
            Map<String, String> variants = new LinkedHashMap<>();
            for (String one : text.split("\\|", -1)) {
                int equals = one.lastIndexOf('=');
                if (equals > 0) {
                    variants.put(one.substring(0, equals), one.substring(equals + 1));
                }
            }
            return variants;
        }

        private void response(ResultSet row) throws SQLException {
            OffsetDateTime resumeAt = row.getObject("resume_at", OffsetDateTime.class);
            responses.add(new Interaction(
                    row.getString("id"),
                    time(row, "at"),
                    row.getString("text1"),
                    StoredCodes.outcome(row.getString("text2")),
                    row.getString("channel"),
                    direction(row),
                    0,
                    new Interaction.Details(
                            LogStore.plain(row.getBigDecimal("amount")),
                            LogStore.plain(row.getBigDecimal("price")),
                            row.getString("text4"),
                            row.getString("text3"),
                            resumeAt == null ? null : resumeAt.toInstant(),
                            null)));
            answers.add(new SubjectRows.Answer(row.getBoolean("offered"), row.getBoolean("granted")));
        }

        private void event(ResultSet row) throws SQLException {
            Map<String, Object> fields = new LinkedHashMap<>();
            DecisionCells.results(row.getString("text2")).properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isNumber()) {
                    fields.put(field.getKey(), value.decimalValue());
                } else if (value.isString()) {
                    fields.put(field.getKey(), value.stringValue());
                }
            });
            events.add(new Event(time(row, "at"), row.getString("text1"), row.getString("id"), fields));
        }

        private static java.time.Instant time(ResultSet row, String column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        private static Direction direction(ResultSet row) throws SQLException {
            return StoredCodes.direction(row.getString("direction"));
        }

        private void end() {
            String id = subject;
            if (id != null) {
                SubjectLog log = SubjectLog.of(id, Known.NOTHING, decisions, responses, events);
                consumer.accept(new SubjectRows(log, Map.copyOf(details), List.copyOf(answers)));
            }
            decisions.clear();
            responses.clear();
            answers.clear();
            events.clear();
            details.clear();
            subject = null;
            rows = 0;
        }
    }
}
