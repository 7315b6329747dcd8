package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.History;
import org.filorosso.engine.history.Interaction;
import org.filorosso.engine.history.Interaction.Details;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Direction;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Outcome;
import org.jspecify.annotations.Nullable;

/** Reads what happened to a golden customer so far. */
final class GoldenPast {
    private static final Set<String> ROW = Set.of(
            "at",
            "action",
            "outcome",
            "channel",
            "direction",
            "value",
            "price",
            "interaction",
            "treatment",
            "reason",
            "resume at",
            "by");
    private static final Set<String> EVENT = Set.of("at", "event", "key");

    private final GoldenScope scope;

    GoldenPast(GoldenScope scope) {
        this.scope = scope;
    }

    /** @param eventsKey null when no events are read */
    History read(YamlFields fields, String rowsKey, @Nullable String eventsKey) {
        List<Interaction> rows = new ArrayList<>();
        for (Yaml node : fields.items(rowsKey, "Maybe put \"- \" before every row.")) {
            String id = rowsKey.replace(' ', '-') + "-" + (rows.size() + 1);
            rows.add(interaction(YamlFields.of(scope, rowsKey, node, ROW), id));
        }
        List<Event> events = new ArrayList<>();
        if (eventsKey != null) {
            fields.items(eventsKey, "Maybe put \"- \" before every row.")
                    .forEach(node -> event(YamlFields.free(scope, eventsKey, node), events));
        }
        return History.of(rows, events);
    }

    private Interaction interaction(YamlFields row, String id) {
        List.of("at", "action", "outcome", "channel").forEach(key -> row.need(key, "Maybe add \"" + key + ": ...\"."));
        Instant at = row.instant("at");
        String action = row.name("action", "action", scope.actions());
        Outcome outcome = outcome(row);
        String channel = row.name("channel", "channel", scope.channels());
        return new Interaction(
                Objects.requireNonNullElse(row.text("interaction"), id),
                Objects.requireNonNullElse(at, Instant.EPOCH),
                Objects.requireNonNullElse(action, ""),
                outcome,
                Objects.requireNonNullElse(channel, ""),
                direction(row, channel, outcome),
                0,
                details(row));
    }

    private static Outcome outcome(YamlFields row) {
        List<String> codes = Stream.of(Outcome.values()).map(Outcome::code).toList();
        String code = row.name("outcome", "outcome", codes);
        return Objects.requireNonNullElse(code == null ? null : Outcome.of(code), Outcome.DECIDED);
    }

    /** Where a row does not say it: what is sent goes out; else the channel's only direction; else the customer came. */
    private Direction direction(YamlFields row, @Nullable String channel, Outcome outcome) {
        List<String> codes = Stream.of(Direction.values()).map(Direction::code).toList();
        String code = row.name("direction", "direction", codes);
        Channel found = channel == null ? null : scope.channel(channel);
        boolean outbound = code != null
                ? code.equals(Direction.OUTBOUND.code())
                : outcome == Outcome.SENT || (found != null && !found.open(Direction.INBOUND));
        return outbound ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private Details details(YamlFields row) {
        BigDecimal value = row.number("value");
        BigDecimal price = row.number("price");
        return new Details(
                value,
                price,
                row.text("treatment"),
                row.name("reason", "reason", scope.playbook().settings().reasons()),
                row.instant("resume at"),
                row.text("by"));
    }

    private void event(YamlFields row, List<Event> events) {
        row.need("at", "Maybe at: 2026-02-27T18:00.");
        row.need("event", "Maybe event: complaint-opened.");
        Map<String, EventType> types = new LinkedHashMap<>();
        scope.playbook().tables().events().forEach(type -> types.put(type.name(), type));
        String name = row.name("event", "event", types.keySet());
        Instant at = row.instant("at");
        String key = Objects.requireNonNullElse(row.text("key"), "");
        EventType type = name == null ? null : types.get(name);
        if (type != null && at != null) {
            events.add(new Event(at, type.name(), key, fields(row, type)));
        }
    }

    private Map<String, Object> fields(YamlFields row, EventType type) {
        GoldenValues values = new GoldenValues(scope);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String key : row.names()) {
            EventType.Field field = type.fields().get(key);
            if (field != null) {
                Object value = values.value(row.place(key), row.at(key), field.type(), field.values());
                if (value != null) {
                    fields.put(key, value);
                }
            } else if (!EVENT.contains(key)) {
                Set<String> valid = new HashSet<>(type.fields().keySet());
                valid.addAll(EVENT);
                row.error(Code.GOLDEN_UNKNOWN_KEY, key, "the event has no such field", Nearest.maybe(key, valid));
            }
        }
        return fields;
    }
}
