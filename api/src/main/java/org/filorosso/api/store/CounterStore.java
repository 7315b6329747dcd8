package org.filorosso.api.store;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is used up over all customers, exactly: one conditional update inside the caller's transaction, so that any number
 * of nodes never grants more than the limit. Whoever changes several counters in one transaction goes through them in
 * their natural order, so that no two wait for each other.
 */
public final class CounterStore {
    private final Database database;

    public CounterStore(Database database) {
        this.database = database;
    }

    /**
     * One counter.
     *
     * @param name {@code acceptances/ACTION}, {@code contacts/CHANNEL} or {@code budget/ID}
     * @param period {@code 2026-11-22}, {@code 2026-11} or {@code all}, in the playbook's zone
     */
    public record Key(String playbook, String name, String period) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPlaybook = playbook.compareTo(other.playbook);
            int byName = byPlaybook != 0 ? byPlaybook : name.compareTo(other.name);
            return byName != 0 ? byName : period.compareTo(other.period);
        }
    }

    /**
     * Adds to a counter unless that would exceed the limit.
     *
     * @param amount may be negative: what is given back
     * @param limit what the counter may reach, or null for none
     * @return false when there is not enough left; then nothing changed
     */
    public boolean add(Key key, BigDecimal amount, @Nullable BigDecimal limit) {
        database.sql()
                .sql("insert into counter (playbook, name, period, used) values (?, ?, ?, 0) on conflict do nothing")
                .params(key.playbook(), key.name(), key.period())
                .update();
        String update = "update counter set used = used + ? where playbook = ? and name = ? and period = ?";
        if (limit == null) {
            return database.sql()
                            .sql(update)
                            .params(amount, key.playbook(), key.name(), key.period())
                            .update()
                    == 1;
        }
        return database.sql()
                        .sql(update + " and used + ? <= ?")
                        .params(amount, key.playbook(), key.name(), key.period(), amount, limit)
                        .update()
                == 1;
    }

    /**
     * Holds counters until the end of the running transaction, one after the other in their order, for who has to weigh
     * several before changing any.
     *
     * @return what each is at
     */
    public SortedMap<Key, BigDecimal> lock(SortedSet<Key> keys) {
        SortedMap<Key, BigDecimal> held = new TreeMap<>();
        for (Key key : keys) {
            BigDecimal used = held(key);
            if (used == null) {
                add(key, BigDecimal.ZERO, null);
                used = held(key);
            }
            held.put(key, Objects.requireNonNull(used, "a counter just made"));
        }
        return held;
    }

    private @Nullable BigDecimal held(Key key) {
        return database.sql()
                .sql("select used from counter where playbook = ? and name = ? and period = ? for update")
                .params(key.playbook(), key.name(), key.period())
                .query(BigDecimal.class)
                .optional()
                .orElse(null);
    }

    /** The counters of a playbook in some periods; one that is absent is 0. */
    public Map<Key, BigDecimal> of(String playbook, Collection<String> periods) {
        Map<Key, BigDecimal> used = new HashMap<>();
        database.sql()
                .sql("select name, period, used from counter where playbook = ? and period = any(?)")
                .params(playbook, periods.toArray(String[]::new))
                .query(row -> {
                    used.put(new Key(playbook, row.getString(1), row.getString(2)), row.getBigDecimal(3));
                });
        return used;
    }

    /** All counters of a playbook; one that is absent is 0. */
    public Map<Key, BigDecimal> of(String playbook) {
        Map<Key, BigDecimal> used = new HashMap<>();
        database.sql()
                .sql("select name, period, used from counter where playbook = ?")
                .param(playbook)
                .query(row -> {
                    used.put(new Key(playbook, row.getString(1), row.getString(2)), row.getBigDecimal(3));
                });
        return used;
    }
}
