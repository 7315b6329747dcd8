package org.filorosso.api.decision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;
import org.filorosso.engine.playbook.io.Nearest;
import org.filorosso.simulator.customers.JsonValues;
import org.filorosso.simulator.customers.ValueException;
import org.filorosso.simulator.customers.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the attributes that come with a question, as the playbook's dictionary types them. */
final class AttributeCheck {
    private static final int SHOWN = 100;

    private final Playbook playbook;
    private final Faults faults;
    private final JsonValues values;

    AttributeCheck(Playbook playbook, Faults faults) {
        this.playbook = playbook;
        this.faults = faults;
        this.values = new Values(playbook.settings()).json();
    }

    /** The context; a null value is as if it were absent. */
    Map<String, Object> contexts(@Nullable Map<String, @Nullable JsonNode> asked) {
        Map<String, Object> known = new HashMap<>();
        read("/contexts/", asked, Attribute.Source.CONTEXT).forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }

    /** What holds of the subject for this call; a null value is missing. */
    Map<String, @Nullable Object> profile(@Nullable Map<String, @Nullable JsonNode> asked) {
        return read("/profile/", asked, Attribute.Source.CUSTOMER);
    }

    private Map<String, @Nullable Object> read(
            String pointer, @Nullable Map<String, @Nullable JsonNode> asked, Attribute.Source source) {
        if (asked == null || asked.isEmpty()) {
            return Map.of();
        }
        Map<String, Attribute> known = new LinkedHashMap<>();
        playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == source)
                .forEach(attribute -> known.put(attribute.name(), attribute));
        Map<String, @Nullable Object> read = new HashMap<>();
        asked.forEach((name, node) -> {
            Attribute attribute = known.get(name);
            Faults here = faults.under(pointer + Faults.escaped(name));
            if (attribute == null) {
                here.add("", "is no attribute of this kind", name, Nearest.maybe(name, known.keySet()));
            } else {
                read.put(name, value(attribute, node, here));
            }
        });
        return read;
    }

    private @Nullable Object value(Attribute attribute, @Nullable JsonNode node, Faults faults) {
        try {
            return node == null ? null : values.read(attribute.type(), attribute.values(), node);
        } catch (ValueException e) {
            faults.add("", e.reason(), shown(node), e.hint());
            return null;
        }
    }

    private static String shown(@Nullable JsonNode node) {
        String text = node != null && node.isString() ? node.stringValue() : String.valueOf(node);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }
}
