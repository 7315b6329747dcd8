package org.filorosso.api.response;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.problem.Fault;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.CsvRows;
import org.filorosso.simulator.customers.DataFile;
import org.filorosso.simulator.customers.Flaw;
import org.filorosso.simulator.customers.FlawException;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows in CSV, with columns named as the fields of what is posted. Numbers, dates and yes/no are written as the playbook's
 * locale has them; other columns of events are the events' own fields.
 */
final class CsvObjects<T> implements ImportSource<T> {
    private static final Map<String, Type> KNOWN = Map.of(
            "at", Type.DATE_TIME,
            "resumeAt", Type.DATE_TIME,
            "value", Type.NUMBER,
            "price", Type.NUMBER,
            "offered", Type.BOOLEAN);
    private static final List<String> RESPONSE = List.of(
            "responseToken",
            "interactionId",
            "action",
            "outcome",
            "channel",
            "at",
            "value",
            "price",
            "reason",
            "resumeAt",
            "team",
            "offered",
            "key");
    private static final List<String> EVENT = List.of("subjectId", "event", "key", "at");

    private final CsvRows rows;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, EventType> events = new HashMap<>();
    private final Values values;
    private final JsonMapper mapper;
    private final Class<T> type;

    private CsvObjects(DataFile body, Playbook playbook, JsonMapper mapper, Class<T> type) throws FlawException {
        this.rows = CsvRows.open(body);
        this.values = new Values(playbook.settings());
        this.mapper = mapper;
        this.type = type;
    }

    /** @throws FlawException if the body cannot be read, or its header is wrong */
    static CsvObjects<GivenResponses.Given> responses(DataFile body, Playbook playbook, JsonMapper mapper)
            throws FlawException {
        CsvObjects<GivenResponses.Given> objects = new CsvObjects<>(body, playbook, mapper, GivenResponses.Given.class);
        objects.header(RESPONSE);
        return objects;
    }

    /** @throws FlawException if the body cannot be read, or its header is wrong */
    static CsvObjects<GivenEvents.Given> events(DataFile body, Playbook playbook, JsonMapper mapper)
            throws FlawException {
        CsvObjects<GivenEvents.Given> objects = new CsvObjects<>(body, playbook, mapper, GivenEvents.Given.class);
        List<String> valid = new ArrayList<>(EVENT);
        playbook.tables().events().forEach(event -> {
            objects.events.put(event.name(), event);
            valid.addAll(event.fields().keySet());
        });
        objects.header(valid);
        return objects;
    }

    private void header(List<String> valid) throws FlawException {
        List<Flaw> flaws = new ArrayList<>();
        for (String header : rows.header()) {
            String name = valid.stream()
                    .filter(known -> known.equalsIgnoreCase(header))
                    .findFirst()
                    .orElse(header);
            if (!valid.contains(name) || columns.contains(name)) {
                String message = columns.contains(name) ? "stands twice" : "is no column of this body";
                flaws.add(new Flaw("body", 1, header, null, message, Nearest.maybe(header, Set.copyOf(valid))));
            }
            columns.add(name);
        }
        if (!flaws.isEmpty()) {
            throw new FlawException(flaws);
        }
    }

    @Override
    public @Nullable Row<T> next() throws FlawException {
        CsvRows.Row row = rows.next();
        if (row == null) {
            return null;
        }
        List<Fault> faults = new ArrayList<>();
        ObjectNode object = object(row, faults);
        return faults.isEmpty()
                ? new Row<>(row.line(), mapper.treeToValue(object, type), faults)
                : new Row<>(row.line(), null, faults);
    }

    private ObjectNode object(CsvRows.Row row, List<Fault> faults) {
        ObjectNode object = mapper.createObjectNode();
        int event = columns.indexOf("event");
        EventType declared = event < 0 ? null : events.get(row.cell(event).strip());
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String text = row.cell(i).strip();
            boolean field = !events.isEmpty() && !EVENT.contains(column);
            if (!text.isEmpty()) {
                try {
                    Type read = field ? typeOf(declared, column) : KNOWN.getOrDefault(column, Type.STRING);
                    ObjectNode into = field ? object.withObject("fields") : object;
                    put(into, column, values.read(read, Set.of(), text));
                } catch (ValueException e) {
                    faults.add(new Fault("/" + Faults.escaped(column), e.reason(), text, e.hint()));
                }
            }
        }
        return object;
    }

    private static Type typeOf(@Nullable EventType declared, String column) {
        EventType.Field field = declared == null ? null : declared.fields().get(column);
        return field == null ? Type.STRING : field.type();
    }

    private static void put(ObjectNode object, String column, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            object.put(column, number);
        } else if (value instanceof Boolean yes) {
            object.put(column, yes);
        } else if (value instanceof ZonedDateTime time) {
            object.put(column, time.toOffsetDateTime().toString());
        } else {
            object.put(column, String.valueOf(value));
        }
    }
}
