package org.filorosso.api.subject;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.smile.SmileFactory;
import tools.jackson.dataformat.smile.SmileReadFeature;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/**
 * How entries of a history stand in a page: Smile arrays one after the other, without header or back references, so that
 * a page grows by appending. The order of their fields is part of the form; fields that are null at the end are left out.
 */
final class HistoryForm {
    private static final int OUTCOME = 0;
    private static final int EVENT = 1;
    private static final int AMOUNT_SCALE = 4;
    private static final int TYPICAL = 128;
    private static final SmileFactory SMILE = SmileFactory.builder()
            .disable(SmileWriteFeature.WRITE_HEADER)
            .disable(SmileWriteFeature.CHECK_SHARED_NAMES)
            .disable(SmileReadFeature.REQUIRE_HEADER)
            .build();
    /** Their places are part of the form: a new one goes to the end. */
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.DECIDED,
            Outcome.SENT,
            Outcome.PRESENTED,
            Outcome.CLICKED,
            Outcome.ACCEPTED,
            Outcome.REJECTED,
            Outcome.LATER,
            Outcome.IGNORED,
            Outcome.FULFILLED,
            Outcome.FAILED,
            Outcome.REVERSED);

    private static final List<Direction> DIRECTIONS = List.of(Direction.INBOUND, Direction.OUTBOUND);

    private HistoryForm() {}

    /** The entries in their order. */
    static byte[] write(Collection<? extends HistoryEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL * entries.size());
        try (JsonGenerator json = SMILE.createGenerator(ObjectWriteContext.empty(), bytes)) {
            entries.forEach(entry -> write(json, entry));
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, HistoryEntry entry) {
        json.writeStartArray();
        if (entry instanceof HistoryEntry.Occurring event) {
            json.writeNumber(EVENT);
            time(json, event.at());
            json.writeString(event.event());
            json.writeString(event.key());
            json.writeString(event.fields());
        } else if (entry instanceof HistoryEntry.Outcoming outcome) {
            json.writeNumber(OUTCOME);
            interaction(json, outcome.interaction());
        }
        json.writeEndArray();
    }

    private static void interaction(JsonGenerator json, Interaction row) {
        time(json, row.at());
        json.writeString(row.id());
        json.writeString(row.action());
        json.writeNumber(OUTCOMES.indexOf(row.outcome()));
        json.writeString(row.channel());
        json.writeNumber(DIRECTIONS.indexOf(row.direction()));
        json.writeNumber(row.rank());
        Details details = row.details();
        boolean decided = row.outcome() == Outcome.DECIDED;
        Object[] all = {
            amount(details.value(), decided),
            amount(details.price(), decided),
            details.treatment(),
            details.reason(),
            details.resumeAt(),
            details.by()
        };
        int last = all.length;
        while (last > 0 && all[last - 1] == null) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            detail(json, all[i]);
        }
    }

    private static void detail(JsonGenerator json, @Nullable Object detail) {
        if (detail instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (detail instanceof Instant at) {
            time(json, at);
        } else {
            json.writeString((String) detail);
        }
    }

    /** As the column of amounts keeps it; what was decided is kept as it was told. */
    private static @Nullable BigDecimal amount(@Nullable BigDecimal amount, boolean decided) {
        return amount == null || decided ? amount : amount.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP);
    }

    private static void time(JsonGenerator json, Instant at) {
        json.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    /** Reads a page; the same few names stand in many of them, so each is kept once in {@code names}. */
    static void read(String subjectId, byte[] page, HashMap<String, String> names, Consumer<HistoryEntry> each) {
        try (JsonParser json = SMILE.createParser(ObjectReadContext.empty(), page)) {
            Reading reading = new Reading(subjectId, json, names);
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                each.accept(reading.entry());
            }
        }
    }

    /** A page while it is read. */
    private record Reading(String subjectId, JsonParser json, HashMap<String, String> names) {

        HistoryEntry entry() {
            int kind = json.nextIntValue(-1);
            return switch (kind) {
                case OUTCOME -> new HistoryEntry.Outcoming(subjectId, interaction());
                case EVENT -> event();
                default ->
                    throw new IllegalStateException("A page of a history holds an entry of unknown kind " + kind);
            };
        }

        private HistoryEntry event() {
            HistoryEntry event = new HistoryEntry.Occurring(subjectId, time(), name(), text(), text());
            json.nextToken();
            return event;
        }

        private Interaction interaction() {
            Instant at = time();
            String id = text();
            String action = name();
            Outcome outcome = OUTCOMES.get(json.nextIntValue(-1));
            String channel = name();
            Direction direction = DIRECTIONS.get(json.nextIntValue(-1));
            int rank = json.nextIntValue(0);
            return new Interaction(id, at, action, outcome, channel, direction, rank, details());
        }

        private Details details() {
            if (json.nextToken() == JsonToken.END_ARRAY) {
                return Details.NONE;
            }
            BigDecimal value = number();
            BigDecimal price = next() ? number() : null;
            String treatment = next() ? json.getValueAsString() : null;
            String reason = next() ? json.getValueAsString() : null;
            Instant resumeAt = next() && json.currentToken() != JsonToken.VALUE_NULL ? instant() : null;
            String by = next() ? json.getValueAsString() : null;
            if (json.currentToken() != JsonToken.END_ARRAY) {
                json.nextToken();
            }
            return new Details(value, price, treatment, reason, resumeAt, by);
        }

        private boolean next() {
            return json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY;
        }

        private @Nullable BigDecimal number() {
            return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getDecimalValue();
        }

        private Instant time() {
            json.nextToken();
            return instant();
        }

        private Instant instant() {
            return Instant.EPOCH.plus(json.getLongValue(), ChronoUnit.MICROS);
        }

        private String text() {
            json.nextToken();
            return json.getString();
        }

        private String name() {
            String text = text();
            String known = names.putIfAbsent(text, text);
            return known == null ? text : known;
        }
    }
}
