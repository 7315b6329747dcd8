package org.filorosso.simulator.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.filorosso.engine.feel.Type;
import org.filorosso.engine.playbook.io.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a JSON line; a nested object {@code fields} is as if its fields stood in the line. */
final class JsonFields extends Fields {
    private final Map<String, JsonNode> nodes = new HashMap<>();

    /**
     * @param synonyms names that mean a column
     * @param valid every column there may be
     */
    JsonFields(Values values, RowFlaws flaws, JsonNode object, Map<String, String> synonyms, List<String> valid) {
        super(values, flaws);
        take(object, synonyms, valid);
    }

    private void take(JsonNode object, Map<String, String> synonyms, List<String> valid) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            String column = synonyms.getOrDefault(name, name);
            if (name.equals("fields") && field.getValue().isObject()) {
                take(field.getValue(), Map.of(), valid);
            } else if (!valid.contains(column)) {
                flaws().add(field.getKey(), null, "is no field of this file", Nearest.maybe(column, valid));
            } else if (nodes.put(column, field.getValue()) != null) {
                flaws().add(field.getKey(), null, "stands twice", "Maybe remove one of them.");
            }
        }
    }

    @Override
    @Nullable
    String text(String column) {
        JsonNode node = nodes.get(column);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            flaws().add(column, node.toString(), "should be a text", "Maybe put it in quotes.");
            return null;
        }
        String text = node.stringValue().strip();
        return text.isEmpty() ? null : text;
    }

    @Override
    @Nullable
    Object value(String column, Type type, Set<String> allowed) {
        JsonNode node = nodes.get(column);
        try {
            return node == null ? null : values().json().read(type, allowed, node);
        } catch (ValueException e) {
            flaws().add(column, String.valueOf(node), e);
            return null;
        }
    }
}
