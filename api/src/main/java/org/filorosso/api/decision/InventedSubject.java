package org.filorosso.api.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.api.subject.KnownSubject;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.history.History;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.simulator.customers.JsonValues;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Somebody who does not exist, of whom all that a playbook's dictionary names is known, and who has agreed to everything:
 * conditions on values and the stages after consent have something to do. Values differ from one number to the next.
 */
final class InventedSubject {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int STEP = 7;
    private static final int MOST = 200;

    private InventedSubject() {}

    /** @param number from 0 */
    static KnownSubject of(Playbook playbook, String id, int number, Instant at) {
        Map<String, Subject.Dated> attributes = new HashMap<>();
        JsonValues values = new Values(playbook.settings()).json();
        for (Attribute attribute : playbook.tables().attributes()) {
            Object value = attribute.source() == Attribute.Source.CUSTOMER ? value(attribute, values, number) : null;
            if (value != null) {
                attributes.put(attribute.name(), new Subject.Dated(value, at));
            }
        }
        Map<String, Subject.Consent> consents = new HashMap<>();
        playbook.settings().purposes().forEach(purpose -> consents.put(purpose, new Subject.Consent(true, at, null)));
        List<String> channels =
                playbook.tables().channels().stream().map(Channel::name).toList();
        Subject subject =
                new Subject(id, null, null, attributes, consents, channels, Set.of(), History.NONE, History.NONE, null);
        return new KnownSubject(subject, List.of(), null, null);
    }

    private static @Nullable Object value(Attribute attribute, JsonValues values, int number) {
        try {
            return values.read(attribute.type(), attribute.values(), node(attribute, number));
        } catch (ValueException e) {
            // a type that has no simple value, such as a list of records: then it is not known
            return null;
        }
    }

    private static JsonNode node(Attribute attribute, int number) {
        return switch (attribute.type().kind()) {
            case NUMBER -> JSON.numberNode(number * STEP % MOST);
            case BOOLEAN -> JSON.booleanNode(number % 2 == 0);
            case DATE -> JSON.stringNode("2026-01-" + (10 + number % 20));
            case DATE_TIME -> JSON.stringNode("2026-01-" + (10 + number % 20) + "T10:00:00Z");
            case LIST -> JSON.arrayNode().add(word(attribute, number));
            default -> JSON.stringNode(word(attribute, number));
        };
    }

    private static String word(Attribute attribute, int number) {
        List<String> words = List.copyOf(attribute.values());
        return words.isEmpty() ? "any" : words.get(number % words.size());
    }
}
