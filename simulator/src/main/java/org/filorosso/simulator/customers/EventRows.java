package org.filorosso.simulator.customers;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;

/** Understands rows of events: who, when, what happened, and one column a field. */
final class EventRows {
    static final List<String> NEEDED = List.of("id", "at", "event");

    private final Map<String, EventType> types = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>(List.of("id", "at", "event", "key"));

    EventRows(Playbook playbook) {
        playbook.tables().events().forEach(type -> types.put(type.name(), type));
        types.values().stream()
                .flatMap(type -> type.fields().keySet().stream())
                .filter(field -> !columns.contains(field))
                .forEach(columns::add);
    }

    List<String> columns() {
        return columns;
    }

    /** The row's event; what is wrong goes to the fields' flaws, and then the answer is not to be used. */
    Event read(Fields fields) {
        ZonedDateTime at = fields.moment("at");
        if (at == null && fields.text("at") == null) {
            fields.need("at");
        }
        String name = fields.need("event");
        EventType type = types.get(name);
        if (type == null && !name.isEmpty()) {
            fields.flaws().add("event", name, "is no event of the playbook", Nearest.maybe(name, types.keySet()));
        }
        String key = fields.text("key");
        return new Event(
                at == null ? Instant.EPOCH : at.toInstant(),
                name.intern(),
                key == null ? "" : key,
                type == null ? Map.of() : values(fields, type));
    }

    private Map<String, Object> values(Fields fields, EventType type) {
        Map<String, Object> values = new HashMap<>();
        for (EventType.Field field : type.fields().values()) {
            Object value = fields.value(field.name(), field.type(), field.values());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        columns.stream()
                .skip(NEEDED.size() + 1L)
                .filter(column -> !type.fields().containsKey(column) && fields.text(column) != null)
                .forEach(column -> fields.flaws()
                        .add(
                                column,
                                fields.text(column),
                                "is no field of the event " + type.name(),
                                Nearest.maybe(column, type.fields().keySet())));
        return Map.copyOf(values);
    }
}
