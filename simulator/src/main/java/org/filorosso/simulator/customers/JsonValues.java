package org.filorosso.simulator.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns JSON into values of the types that a playbook declares: strict, since systems write JSON and people do not. */
public final class JsonValues {
    private static final int SHOWN = 40;

    private final Values plain;

    JsonValues(Values plain) {
        this.plain = plain;
    }

    /**
     * The value of a JSON field.
     *
     * @return null when it is {@code null}: the value is missing
     * @throws ValueException if it is of another type, or not among those allowed
     */
    public @Nullable Object read(Type type, Set<String> allowed, JsonNode node) throws ValueException {
        if (node.isNull()) {
            return null;
        }
        return switch (type.kind()) {
            case NUMBER -> node.isNumber() ? PlainNumbers.bounded(node.decimalValue()) : refuse(node, "a number");
            case BOOLEAN -> node.isBoolean() ? node.booleanValue() : refuse(node, "true or false");
            case DATE, DATE_TIME ->
                node.isString() ? plain.read(type, allowed, node.stringValue()) : refuse(node, "a text with a date");
            case LIST -> type.elements().is(Type.Kind.STRING) ? list(node, allowed) : records(node);
            default -> node.isString() ? text(node.stringValue(), allowed) : refuse(node, "a text");
        };
    }

    private static @Nullable Object text(String text, Set<String> allowed) throws ValueException {
        return text.isBlank() ? null : Values.allowed(text.strip(), allowed);
    }

    private static List<String> list(JsonNode node, Set<String> allowed) throws ValueException {
        if (!node.isArray()) {
            refuse(node, "a list of texts, such as [\"a\", \"b\"]");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isString()) {
                refuse(element, "a text");
            }
            texts.add(Values.allowed(element.stringValue().strip(), allowed));
        }
        return List.copyOf(texts);
    }

    /** A list of records written as JSON in a cell. */
    List<Map<String, Object>> records(String text) throws ValueException {
        try {
            return records(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new ValueException("is no JSON", "Maybe [{\"plan\": \"smart\", \"months left\": 2}].");
        }
    }

    private List<Map<String, Object>> records(JsonNode node) throws ValueException {
        if (!node.isArray()) {
            refuse(node, "a list of records, such as [{\"plan\": \"smart\"}]");
        }
        List<Map<String, Object>> records = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isObject()) {
                refuse(element, "a record, such as {\"plan\": \"smart\"}");
            }
            records.add(record(element));
        }
        return List.copyOf(records);
    }

    private Map<String, Object> record(JsonNode node) throws ValueException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Object value = scalar(field.getValue());
            if (value != null) {
                fields.put(field.getKey(), value);
            }
        }
        return fields;
    }

    private @Nullable Object scalar(JsonNode node) throws ValueException {
        if (node.isNumber()) {
            return read(Type.NUMBER, Set.of(), node);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            return read(Type.STRINGS, Set.of(), node);
        }
        return node.isNull()
                ? null
                : node.isString() ? node.stringValue() : refuse(node, "a text, number, yes/no or list");
    }

    /** Always throws; an object only so that it may stand where a value is wanted. */
    @SuppressWarnings("DoNotCallSuggester")
    static Object refuse(JsonNode node, String wanted) throws ValueException {
        throw new ValueException(
                "should be " + wanted,
                node.isString() && node.stringValue().length() < SHOWN ? "Maybe it is quoted." : null);
    }
}
