package org.filorosso.api.subject;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.filorosso.api.subject.StoredRows.EventRow;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.decide.Subject.Dated;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.playbook.AssignmentLevel;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.EventType;
import org.filorosso.engine.playbook.NamedList;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.JsonValues;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one revision reads what is stored. Values were checked when they came, against the playbooks of that time: what
 * this one does not declare or allow is missing to it. Immutable; made once per revision.
 */
final class Dictionary {
    private final JsonValues values;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final Map<String, EventType> events = new HashMap<>();
    private final Map<String, AssignmentLevel> lists = new HashMap<>();
    private final Set<String> channels = new HashSet<>();
    private final List<String> languages;

    Dictionary(Playbook playbook) {
        this.values = new Values(playbook.settings()).json();
        this.languages = playbook.settings().languages();
        for (Attribute attribute : playbook.tables().attributes()) {
            if (attribute.source() == Attribute.Source.CUSTOMER) {
                attributes.put(attribute.name(), attribute);
            }
        }
        playbook.tables().events().forEach(type -> events.put(type.name(), type));
        for (NamedList list : playbook.tables().lists()) {
            lists.put(list.name(), list.level());
        }
        playbook.tables().channels().stream().map(Channel::name).forEach(channels::add);
    }

    /** The attributes of customers, by name. */
    Map<String, Attribute> attributes() {
        return attributes;
    }

    JsonValues values() {
        return values;
    }

    /** @param refused told the name of each attribute whose value is not allowed any more */
    Map<String, Dated> attributes(String stored, Consumer<String> refused) {
        Map<String, Dated> known = new HashMap<>();
        // most of them came in together
        String text = "";
        Instant asOf = Instant.EPOCH;
        for (Map.Entry<String, JsonNode> entry : StoredJson.read(stored).properties()) {
            Attribute attribute = attributes.get(entry.getKey());
            if (attribute != null) {
                Object value = value(attribute, entry.getValue().path("value"), refused);
                if (value != null) {
                    String told = entry.getValue().path("asOf").stringValue();
                    asOf = told.equals(text) ? asOf : Instant.parse(told);
                    text = told;
                    known.put(attribute.name(), new Dated(value, asOf));
                }
            }
        }
        return known;
    }

    private @Nullable Object value(Attribute attribute, JsonNode stored, Consumer<String> refused) {
        try {
            return values.read(attribute.type(), attribute.values(), stored);
        } catch (ValueException e) {
            refused.accept(attribute.name());
            return null;
        }
    }

    static Map<String, Subject.Consent> consents(String stored) {
        Map<String, Subject.Consent> consents = new HashMap<>();
        Profile.consents(stored)
                .forEach((purpose, consent) ->
                        consents.put(purpose, new Subject.Consent(consent.granted(), consent.at(), consent.until())));
        return consents;
    }

    List<String> channels(String stored) {
        return Profile.channels(stored).stream().filter(channels::contains).toList();
    }

    @Nullable
    String language(@Nullable String stored) {
        return stored != null && languages.contains(stored) ? stored : null;
    }

    /** The lists of this playbook that he, or his household, is on. */
    Set<String> lists(List<String> own, List<String> households) {
        Set<String> on = new HashSet<>();
        own.stream().filter(list -> lists.get(list) == AssignmentLevel.SUBJECT).forEach(on::add);
        households.stream()
                .filter(list -> lists.get(list) == AssignmentLevel.HOUSEHOLD)
                .forEach(on::add);
        return on;
    }

    /** The events that this playbook declares, with the fields that it declares. */
    List<Event> events(List<EventRow> stored) {
        return stored.stream()
                .filter(row -> events.containsKey(row.event()))
                .map(this::event)
                .toList();
    }

    private Event event(EventRow row) {
        EventType type = events.get(row.event());
        return new Event(row.at(), row.event(), row.key(), type == null ? Map.of() : fields(type, row.fields()));
    }

    private Map<String, Object> fields(EventType type, String stored) {
        if (type.fields().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> fields = new HashMap<>();
        JsonNode object = StoredJson.read(stored);
        for (EventType.Field field : type.fields().values()) {
            Object value = value(field, object.path(field.name()));
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    private @Nullable Object value(EventType.Field field, JsonNode stored) {
        try {
            return stored.isMissingNode() ? null : values.read(field.type(), field.values(), stored);
        } catch (ValueException e) {
            // another revision declared the field otherwise
            return null;
        }
    }
}
