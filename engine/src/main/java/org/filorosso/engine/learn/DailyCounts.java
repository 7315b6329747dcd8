package org.filorosso.engine.learn;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.learn.BetaCounts.Count;
import org.filorosso.engine.learn.BetaCounts.Key;
import org.jspecify.annotations.Nullable;

/**
 * How often actions were presented and accepted, in whole numbers per day. Decay is applied when they are read, so that
 * updates may come in any order and two nodes agree to the bit. Not thread-safe.
 */
public final class DailyCounts {
    private final Map<Key, TreeMap<LocalDate, long[]>> days = new HashMap<>();

    /**
     * Adds one interaction on every level of its key.
     *
     * @param stage may be empty where it is not known: then the level below the channel learns nothing
     */
    public void add(LocalDate day, String action, String channel, String stage, boolean accepted) {
        add(new Key(action, "", ""), day, accepted);
        add(new Key(action, channel, ""), day, accepted);
        if (!stage.isEmpty()) {
            add(new Key(action, channel, stage), day, accepted);
        }
    }

    private void add(Key key, LocalDate day, boolean accepted) {
        days.computeIfAbsent(key, unknown -> new TreeMap<>())
                .computeIfAbsent(day, unknown -> new long[2])[accepted ? 1 : 0]++;
    }

    /**
     * The counts as they weigh on a day: n * 2^(-age / half life), summed over the days, oldest first; an acceptance whose
     * presentation is not known counts as presented too.
     *
     * @param halfLifeDays positive, or null: nothing is forgotten
     * @return counts of what happened on that day or before
     */
    public BetaCounts at(LocalDate today, @Nullable Long halfLifeDays) {
        Map<Key, Count> counts = new HashMap<>();
        days.forEach((key, byDay) -> {
            Count sum = sum(byDay, today, halfLifeDays);
            if (sum.presented() > 0) {
                counts.put(key, sum);
            }
        });
        return counts.isEmpty() ? BetaCounts.NONE : new BetaCounts(Map.copyOf(counts));
    }

    private static Count sum(TreeMap<LocalDate, long[]> byDay, LocalDate today, @Nullable Long halfLifeDays) {
        double presented = 0;
        double accepted = 0;
        for (Map.Entry<LocalDate, long[]> day : byDay.headMap(today, true).entrySet()) {
            double weight = halfLifeDays == null
                    ? 1
                    : StrictMath.pow(2, -ChronoUnit.DAYS.between(day.getKey(), today) / (double) halfLifeDays);
            presented += weight * day.getValue()[0];
            accepted += weight * day.getValue()[1];
        }
        return new Count(Math.max(presented, accepted), accepted);
    }
}
