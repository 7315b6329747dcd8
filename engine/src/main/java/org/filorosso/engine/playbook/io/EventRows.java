package org.filorosso.engine.playbook.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.filorosso.engine.feel.Span;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.EventType.Effect;
import org.filorosso.engine.playbook.EventType.Field;
import org.jspecify.annotations.Nullable;

/** Reads events.csv, one row a field, and adds the events that every playbook has. */
final class EventRows {
    private static final String EVENT = "event";

    private final Cells cells;
    private final Set<String> purposes;
    private final Map<String, Building> events = new LinkedHashMap<>();

    EventRows(Cells cells, Set<String> purposes) {
        this.cells = cells;
        this.purposes = purposes;
    }

    List<EventType> read(List<Entry> lines) {
        lines.forEach(this::read);
        builtIn("survey", new Field("score", Type.NUMBER, Set.of()));
        builtIn("churn");
        builtIn("opt-out", new Field("purpose", Type.STRING, purposes));
        builtIn("purchase", new Field("product", Type.STRING, Set.of()), new Field("amount", Type.NUMBER, Set.of()));
        return events.values().stream().map(Building::built).toList();
    }

    private void read(Entry line) {
        String name = line.need(EVENT);
        Effect effect = line.has("effect") ? line.choice("effect", Words.of(Effect.class), null) : null;
        if (line.has("case") != line.has("effect")) {
            line.need(line.has("case") ? "effect" : "case");
        }
        Building row = new Building(
                name,
                line.textOrNull("case"),
                effect,
                cells.span(line, "max age"),
                line.text("description"),
                line.number());
        Building event = events.computeIfAbsent(name, key -> row);
        event.join(line, row);
        if (line.has("field")) {
            event.add(line, field(line));
        } else {
            line.needless("type", "a type belongs to a field, and the row has none");
            line.needless("values", "values belong to a field, and the row has none");
        }
    }

    private static Field field(Entry line) {
        Type type = Objects.requireNonNullElse(line.choice("type", AttributeRows.TYPES, null), Type.ANY);
        return new Field(line.text("field"), type, AttributeRows.values(line, type));
    }

    private void builtIn(String name, Field... fields) {
        Building event = events.computeIfAbsent(name, key -> new Building(key, null, null, null, "", 0));
        for (Field field : fields) {
            event.fields.putIfAbsent(field.name(), field);
        }
    }

    /** An event while its rows are read; its first row says what it is, later rows may leave it out. */
    private static final class Building {
        private final String name;
        private final @Nullable String openCase;
        private final @Nullable Effect effect;
        private final @Nullable Span maxAge;
        private final String description;
        private final int line;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final List<Integer> bare = new ArrayList<>();

        Building(
                String name,
                @Nullable String openCase,
                @Nullable Effect effect,
                @Nullable Span maxAge,
                String description,
                int line) {
            this.name = name;
            this.openCase = openCase;
            this.effect = effect;
            this.maxAge = maxAge;
            this.description = description;
            this.line = line;
        }

        void join(Entry row, Building other) {
            same(row, "case", openCase, other.openCase);
            same(row, "effect", effect, other.effect);
            same(row, "max age", maxAge, other.maxAge);
            if (!row.has("field")) {
                bare.add(row.number());
            }
            if (bare.size() > 1) {
                row.error(
                        Code.DUPLICATE_NAME,
                        EVENT,
                        "the event \"" + name + "\" stands in line " + bare.get(0) + " already",
                        "Maybe name a field of it, or drop the row.");
                bare.remove(1);
            }
        }

        private void same(Entry row, String column, @Nullable Object first, @Nullable Object other) {
            if (other != null && !other.equals(first)) {
                row.error(
                        Code.ROWS_DIFFER,
                        column,
                        "line " + line + " says something else of the event \"" + name + "\"",
                        "Maybe leave the cell empty: the first row of an event speaks for all.");
            }
        }

        void add(Entry row, Field field) {
            if (fields.put(field.name(), field) != null) {
                row.error(
                        Code.DUPLICATE_NAME,
                        "field",
                        "the event \"" + name + "\" has this field already",
                        "Maybe drop one of the two rows.");
            }
        }

        EventType built() {
            return new EventType(
                    name, openCase, effect, java.util.Collections.unmodifiableMap(fields), maxAge, description);
        }
    }
}
