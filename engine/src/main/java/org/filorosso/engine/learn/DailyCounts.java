package org.filorosso.engine.learn;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.feel.Span;
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
        levels(action, channel, stage).forEach(key -> add(key, day, accepted ? 0 : 1, accepted ? 1 : 0));
    }

    /** What one interaction counts for: the action, the action on the channel, and there in the stage where it is known. */
    public static List<Key> levels(String action, String channel, String stage) {
        Key all = new Key(action, "", "");
        Key there = new Key(action, channel, "");
        return stage.isEmpty() ? List.of(all, there) : List.of(all, there, new Key(action, channel, stage));
    }

    /** Adds what was counted of one level on one day: as kept elsewhere, each at least 0. */
    public void add(Key key, LocalDate day, long presented, long accepted) {
        long[] counts =
                days.computeIfAbsent(key, unknown -> new TreeMap<>()).computeIfAbsent(day, unknown -> new long[2]);
        counts[0] += presented;
        counts[1] += accepted;
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

    /**
     * The counts as they weigh at a time.
     *
     * @param halfLife how fast old responses are forgotten, in whole days of the calendar, at least one; or null
     */
    public BetaCounts at(ZonedDateTime now, @Nullable Span halfLife) {
        LocalDate today = now.toLocalDate();
        Long days = halfLife == null
                ? null
                : Math.max(1, ChronoUnit.DAYS.between(halfLife.before(now).toLocalDate(), today));
        return at(today, days);
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
