package org.filorosso.simulator.customers;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.filorosso.engine.decide.State;

/**
 * What is used up over all customers, counted: acceptances of a day and ever, contacts of a day, money of budgets in the
 * playbook's currency. Starts with nothing; may be read by any thread while nobody writes.
 */
public final class Used implements State.Counters {
    private final Map<String, Long> today = new HashMap<>();
    private final Map<String, Long> total = new HashMap<>();
    private final Map<String, Long> contacts = new HashMap<>();
    private final Map<String, BigDecimal> spent = new HashMap<>();

    /** Adds acceptances of the day; less than 0 takes back. */
    public void addToday(String action, long units) {
        today.merge(action, units, Long::sum);
    }

    /** Adds acceptances, or units that quotes reserve; less than 0 takes back. */
    public void addTotal(String action, long units) {
        total.merge(action, units, Long::sum);
    }

    /** Adds an outbound contact of the day. */
    public void addContact(String channel) {
        contacts.merge(channel, 1L, Long::sum);
    }

    /** Adds money to what a budget has spent; less than 0 gives back. */
    public void spend(String budget, BigDecimal amount) {
        spent.merge(budget, amount, BigDecimal::add);
    }

    /** A new day: what is counted by day begins anew. */
    public void beginDay() {
        today.clear();
        contacts.clear();
    }

    /** A new period of a budget. */
    public void beginBudget(String budget) {
        spent.remove(budget);
    }

    @Override
    public long today(String action) {
        return today.getOrDefault(action, 0L);
    }

    @Override
    public long total(String action) {
        return total.getOrDefault(action, 0L);
    }

    @Override
    public long contactsToday(String channel) {
        return contacts.getOrDefault(channel, 0L);
    }

    @Override
    public BigDecimal spent(String budget) {
        return spent.getOrDefault(budget, BigDecimal.ZERO);
    }
}
