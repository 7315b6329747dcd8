package org.filorosso.api.subject;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is stored of a subject himself, before any playbook looks at it.
 *
 * @param attributes by name of some playbook's dictionary
 * @param consents by purpose
 * @param preferredChannels in his own order
 * @param version 0 where nothing is stored; grows by one with every change
 */
record Profile(
        String id,
        @Nullable String household,
        @Nullable String language,
        Map<String, Value> attributes,
        Map<String, Consent> consents,
        List<String> preferredChannels,
        Worth worth,
        long version) {

    static Profile empty(String id) {
        return new Profile(id, null, null, Map.of(), Map.of(), List.of(), Worth.UNKNOWN, 0);
    }

    /**
     * A value as it was sent.
     *
     * @param asOf its date; that of its arrival where none was told
     */
    record Value(JsonNode value, Instant asOf) {}

    /**
     * A consent given or refused.
     *
     * @param source where, such as {@code call}, or null
     * @param until when it lapses, or null
     */
    record Consent(
            boolean granted,
            Instant at,
            @Nullable String source,
            @Nullable Instant until) {}

    /**
     * Value from elsewhere, as loaded.
     *
     * @param rfm three digits, or null
     * @param value in the playbook's currency, or null
     */
    record Worth(@Nullable String rfm, @Nullable BigDecimal value) {
        static final Worth UNKNOWN = new Worth(null, null);
    }

    /** Most values of a customer came at one time: it is written and read once. */
    private static final class Dates {
        private Instant at = Instant.EPOCH;
        private String text = "";

        String text(Instant wanted) {
            if (text.isEmpty() || !at.equals(wanted)) {
                at = wanted;
                text = wanted.toString();
            }
            return text;
        }

        Instant read(String wanted) {
            if (!text.equals(wanted)) {
                at = Instant.parse(wanted);
                text = wanted;
            }
            return at;
        }
    }

    /** The attributes as they stand in their column. */
    static String attributesText(Map<String, Value> attributes) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Dates dates = new Dates();
        attributes.forEach((name, value) ->
                object.putObject(name).put("asOf", dates.text(value.asOf())).set("value", value.value()));
        return StoredJson.write(object);
    }

    static Map<String, Value> attributes(String text) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        Dates dates = new Dates();
        for (Map.Entry<String, JsonNode> entry : StoredJson.read(text).properties()) {
            JsonNode stored = entry.getValue();
            attributes.put(
                    entry.getKey(),
                    new Value(
                            stored.path("value"), dates.read(stored.path("asOf").stringValue())));
        }
        return attributes;
    }

    /** The consents as they stand in their column. */
    static String consentsText(Map<String, Consent> consents) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        consents.forEach((purpose, consent) -> {
            ObjectNode stored = object.putObject(purpose)
                    .put("granted", consent.granted())
                    .put("at", consent.at().toString());
            String source = consent.source();
            Instant until = consent.until();
            if (source != null) {
                stored.put("source", source);
            }
            if (until != null) {
                stored.put("until", until.toString());
            }
        });
        return StoredJson.write(object);
    }

    static Map<String, Consent> consents(String text) {
        Map<String, Consent> consents = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : StoredJson.read(text).properties()) {
            JsonNode stored = entry.getValue();
            String until = stored.path("until").asString(null);
            consents.put(
                    entry.getKey(),
                    new Consent(
                            stored.path("granted").booleanValue(),
                            Instant.parse(stored.path("at").stringValue()),
                            stored.path("source").asString(null),
                            until == null ? null : Instant.parse(until)));
        }
        return consents;
    }

    static String channelsText(List<String> channels) {
        return StoredJson.write(channels);
    }

    static List<String> channels(String text) {
        return StoredJson.read(text).valueStream().map(JsonNode::stringValue).toList();
    }

    /** The value from elsewhere as it stands in its column, or null. */
    static @Nullable String worthText(Worth worth) {
        if (worth.equals(Worth.UNKNOWN)) {
            return null;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String rfm = worth.rfm();
        BigDecimal value = worth.value();
        if (rfm != null) {
            object.put("rfm", rfm);
        }
        if (value != null) {
            object.put("value", value);
        }
        return StoredJson.write(object);
    }

    static Worth worth(@Nullable String text) {
        if (text == null) {
            return Worth.UNKNOWN;
        }
        JsonNode stored = StoredJson.read(text);
        JsonNode value = stored.path("value");
        return new Worth(stored.path("rfm").asString(null), value.isNumber() ? value.decimalValue() : null);
    }
}
