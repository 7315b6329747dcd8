package org.filorosso.engine.playbook.io;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is used up already when a golden customer comes: acceptances of an action, contacts on a channel, money of a
 * budget.
 */
final class GoldenCounters {
    private static final String TODAY = "today";
    private static final String TOTAL = "total";
    private static final String CONTACTS = "contacts today";
    private static final String SPENT = "spent";

    private final GoldenScope scope;
    private final List<String> budgets;
    private final Map<Counted, BigDecimal> counts = new HashMap<>();

    GoldenCounters(GoldenScope scope) {
        this.scope = scope;
        this.budgets =
                scope.playbook().tables().budgets().stream().map(Budget::id).toList();
    }

    private record Counted(String name, String what) {}

    State.Counters read(YamlFields fields) {
        YamlFields stated = fields.free("counters");
        if (stated != null) {
            stated.names().forEach(name -> read(stated, name));
        }
        return new Stated(Map.copyOf(counts));
    }

    private void read(YamlFields stated, String name) {
        if (scope.actions().contains(name)) {
            YamlFields counted = YamlFields.of(scope, stated.at(name), stated.place(name), Set.of(TODAY, TOTAL));
            put(name, TODAY, counted.count(TODAY));
            put(name, TOTAL, counted.count(TOTAL));
        } else if (scope.channels().contains(name)) {
            put(
                    name,
                    CONTACTS,
                    YamlFields.of(scope, stated.at(name), stated.place(name), Set.of(CONTACTS))
                            .count(CONTACTS));
        } else if (budgets.contains(name)) {
            put(
                    name,
                    SPENT,
                    YamlFields.of(scope, stated.at(name), stated.place(name), Set.of(SPENT))
                            .number(SPENT));
        } else {
            List<String> valid = Stream.of(scope.actions(), scope.channels(), budgets)
                    .flatMap(List::stream)
                    .toList();
            scope.unknown(stated.place(name), stated.at(name), "action, channel or budget", name, valid);
        }
    }

    private void put(String name, String what, @Nullable Number count) {
        if (count != null) {
            counts.put(new Counted(name, what), new BigDecimal(count.toString()));
        }
    }

    /** Counters as a story states them; what it does not state is 0. */
    private record Stated(Map<Counted, BigDecimal> counts) implements State.Counters {

        private BigDecimal of(String name, String what) {
            return counts.getOrDefault(new Counted(name, what), BigDecimal.ZERO);
        }

        @Override
        public long today(String action) {
            return of(action, TODAY).longValue();
        }

        @Override
        public long total(String action) {
            return of(action, TOTAL).longValue();
        }

        @Override
        public long contactsToday(String channel) {
            return of(channel, CONTACTS).longValue();
        }

        @Override
        public BigDecimal spent(String budget) {
            return of(budget, SPENT);
        }
    }
}
