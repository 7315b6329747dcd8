package org.filorosso.api.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.filorosso.api.store.CounterStore.Key;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What is put on a counter.
 *
 * @param amount at least 0
 * @param limit what the counter may reach, or null
 */
record Charge(Key key, BigDecimal amount, @Nullable BigDecimal limit) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same whatever the counter has reached. */
    Charge unlimited() {
        return new Charge(key, amount, null);
    }

    /** As kept with what was charged: {@code [["acceptances/ACTION", "all", 1]]}. */
    static String write(List<Charge> charges) {
        ArrayNode all = JSON.createArrayNode();
        for (Charge charge : charges) {
            all.addArray().add(charge.key().name()).add(charge.key().period()).add(charge.amount());
        }
        return JSON.writeValueAsString(all);
    }

    /** What {@link #write} wrote; null is nothing. */
    static List<Charge> read(String playbook, @Nullable String written) {
        List<Charge> charges = new ArrayList<>();
        if (written != null) {
            for (JsonNode one : JSON.readTree(written)) {
                Key key = new Key(playbook, one.get(0).asString(), one.get(1).asString());
                charges.add(new Charge(key, one.get(2).decimalValue(), null));
            }
        }
        return charges;
    }
}
