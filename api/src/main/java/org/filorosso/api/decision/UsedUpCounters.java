package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.util.Set;
import org.filorosso.engine.decide.State;
import org.filorosso.engine.playbook.Budget;
import org.filorosso.engine.playbook.Channel;
import org.filorosso.engine.playbook.Playbook;

/**
 * The counters, but some of them shown as used up: those where an exact count just found nothing left.
 *
 * @param names of counters, such as {@code contacts/email} and {@code budget/B-1}
 */
record UsedUpCounters(State.Counters counters, Playbook playbook, Set<String> names) implements State.Counters {

    @Override
    public long today(String action) {
        return counters.today(action);
    }

    @Override
    public long total(String action) {
        return counters.total(action);
    }

    @Override
    public long contactsToday(String name) {
        long used = counters.contactsToday(name);
        if (!names.contains(Charges.CONTACTS + name)) {
            return used;
        }
        return playbook.tables().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .map(Channel::capacityPerDay)
                .mapToLong(capacity -> capacity == null ? used : Math.max(used, capacity))
                .findFirst()
                .orElse(used);
    }

    @Override
    public BigDecimal spent(String id) {
        BigDecimal spent = counters.spent(id);
        if (!names.contains(Charges.BUDGET + id)) {
            return spent;
        }
        return playbook.tables().budgets().stream()
                .filter(budget -> budget.id().equals(id))
                .map(Budget::amount)
                .reduce(spent, BigDecimal::max);
    }
}
