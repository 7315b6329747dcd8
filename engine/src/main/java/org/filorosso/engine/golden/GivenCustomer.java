package org.filorosso.engine.golden;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.playbook.Outcome;
import org.filorosso.engine.playbook.io.Yaml;

/**
 * A customer told in code, with the same words as in a file of golden customers. Every call gives a new one. What is
 * wrong with names and values is said when the story is decided.
 */
public final class GivenCustomer {
    private static final Yaml.Place PLACE = new Yaml.Place("story", 0, 0, 0);

    private final Map<String, Object> keys;

    private GivenCustomer(Map<String, Object> keys) {
        this.keys = keys;
    }

    static GivenCustomer of(String id) {
        return new GivenCustomer(Map.of("customer", Map.of("id", id)));
    }

    /**
     * An attribute of the customer.
     *
     * @param value a number, yes/no, text, date, list of texts, or list of maps for records
     */
    public GivenCustomer with(String attribute, Object value) {
        return inside("customer", attribute, value);
    }

    /** An attribute with its date, as in {@code 2026-01-10}. */
    public GivenCustomer with(String attribute, Object value, String asOf) {
        return inside("customer", attribute, Map.of("value", value, "as of", asOf));
    }

    public GivenCustomer consent(String purpose) {
        return also("consents", purpose);
    }

    public GivenCustomer refuses(String purpose) {
        return also("consents", "-" + purpose);
    }

    public GivenCustomer onList(String list) {
        return also("lists", list);
    }

    /** The channels the customer prefers, in order. */
    public GivenCustomer prefers(String... channels) {
        return and("preferred channels", List.of(channels));
    }

    public GivenCustomer household(String household) {
        return and("household", household);
    }

    public GivenCustomer language(String language) {
        return and("language", language);
    }

    /** The arm, or {@code holdout}, whatever the hash of the id says. */
    public GivenCustomer arm(String arm) {
        return and("arm", arm);
    }

    public GivenCustomer variant(String experiment, String variant) {
        return inside("variant", experiment, variant);
    }

    /** One row of history; {@code at} as in {@code 2026-02-20T09:00}. */
    public GivenCustomer had(String at, String action, Outcome outcome, String channel) {
        return also("history", row(at, action, outcome, channel));
    }

    /** One row of history with the terms quoted. */
    public GivenCustomer had(String at, String action, Outcome outcome, String channel, Number price) {
        Map<String, Object> row = new TreeMap<>(row(at, action, outcome, channel));
        row.put("price", price);
        return also("history", row);
    }

    /** One row of the history of another member of the household. */
    public GivenCustomer householdHad(String at, String action, Outcome outcome, String channel) {
        return also("household history", row(at, action, outcome, channel));
    }

    private static Map<String, Object> row(String at, String action, Outcome outcome, String channel) {
        return Map.of("at", at, "action", action, "outcome", outcome.code(), "channel", channel);
    }

    /** Something that happened; {@code key} may be empty. */
    public GivenCustomer event(String at, String event, String key, Map<String, ?> fields) {
        Map<String, Object> row = new TreeMap<>(fields);
        row.put("at", at);
        row.put("event", event);
        row.put("key", key);
        return also("events", row);
    }

    /** Any other key of a golden customer, such as {@code counters} or {@code days in stage}, with its value. */
    public GivenCustomer and(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keys);
        more.put(key, value);
        return new GivenCustomer(more);
    }

    private GivenCustomer inside(String key, String name, Object value) {
        Map<Object, Object> more = new LinkedHashMap<>();
        if (keys.get(key) instanceof Map<?, ?> before) {
            more.putAll(before);
        }
        more.put(name, value);
        return and(key, more);
    }

    private GivenCustomer also(String key, Object value) {
        List<Object> more = new ArrayList<>();
        if (keys.get(key) instanceof List<?> before) {
            more.addAll(before);
        }
        more.add(value);
        return and(key, more);
    }

    Yaml story() {
        return yaml(keys);
    }

    /** A value of code as if it had been typed. */
    static Yaml yaml(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Yaml> nodes = new LinkedHashMap<>();
            map.forEach((key, one) -> nodes.put(String.valueOf(key), yaml(one)));
            return new Yaml.Keys(PLACE, nodes);
        }
        if (value instanceof Collection<?> list) {
            return new Yaml.Items(PLACE, list.stream().map(GivenCustomer::yaml).toList());
        }
        return new Yaml.Scalar(PLACE, String.valueOf(value), value instanceof String);
    }
}
