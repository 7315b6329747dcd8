package org.filorosso.api.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.filorosso.api.store.CounterStore;
import org.filorosso.api.store.CounterStore.Key;
import org.filorosso.api.store.Database;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What budgets have used up, and what of it standing quotes only hold. */
@Component
final class BudgetStore {
    private final LogStore logs;
    private final CounterStore counters;

    BudgetStore(Database database, LogStore logs) {
        this.logs = logs;
        this.counters = new CounterStore(database);
    }

    /** All that is used up or held, by counter. */
    Map<Key, BigDecimal> used(String playbook) {
        return counters.of(playbook);
    }

    /** What quotes that stand at the end of the period hold, by counter. */
    Map<Key, BigDecimal> committed(String playbook, Period period) {
        Map<Key, BigDecimal> held = new HashMap<>();
        logs.stream(
                "select held from quote where playbook = ? and reserved = true and at < ? and until > ?",
                java.util.List.of(playbook, period.end(), period.end()),
                row -> {
                    for (JsonNode one : DecisionCells.results(row.getString(1))) {
                        Key key = new Key(
                                playbook, one.path(0).asString(), one.path(1).asString());
                        held.merge(key, one.path(2).decimalValue(), BigDecimal::add);
                    }
                });
        return held;
    }
}
