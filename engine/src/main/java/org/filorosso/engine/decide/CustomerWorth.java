package org.filorosso.engine.decide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.history.Event;
import org.filorosso.engine.history.HistoryView;
import org.filorosso.engine.playbook.Settings.CustomerValue;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency, monetary value and the scores cut from them, measured again at every decision.
 *
 * <p>Scores run from 1 to 5; a value at a cut point gets the better score. The idea is that of Hughes, Strategic Database
 * Marketing (1994); cut points instead of quintiles make a score mean the same for everybody and every day.
 *
 * @param recency days since the last purchase, null without one
 * @param frequency purchases within the horizon
 * @param monetary spend within the horizon, in the playbook's currency
 * @param change monetary less that of the horizon before
 */
record CustomerWorth(
        @Nullable BigDecimal recency, BigDecimal frequency, BigDecimal monetary, BigDecimal change, String rfm) {

    private static final List<Double> NO_CUTS = List.of();

    static CustomerWorth of(CustomerValue value, HistoryView history) {
        ZonedDateTime begin = value.horizon().before(history.now());
        Instant since = begin.toInstant();
        Instant before = value.horizon().before(begin).toInstant();
        Sums now = Sums.between(value, history.ownEvents(), since, history.now().toInstant());
        Sums then = Sums.between(value, history.ownEvents(), before, since);
        BigDecimal recency = recency(value, history);
        return new CustomerWorth(
                recency,
                BigDecimal.valueOf(now.count()).stripTrailingZeros(),
                now.amount().stripTrailingZeros(),
                now.amount().subtract(then.amount()).stripTrailingZeros(),
                rfm(value.cuts(), recency, now));
    }

    /** The score that counts: what is known from elsewhere before what was measured. */
    static @Nullable String rfm(Subject subject, @Nullable CustomerWorth measured) {
        String known = subject.worth() == null ? null : subject.worth().rfm();
        return known != null ? known : measured == null ? null : measured.rfm();
    }

    /** The value that counts, in the playbook's currency. */
    static @Nullable BigDecimal value(Subject subject, @Nullable CustomerWorth measured) {
        Double known = subject.worth() == null ? null : subject.worth().value();
        return known != null ? Values.number(known) : measured == null ? null : measured.monetary();
    }

    private static @Nullable BigDecimal recency(CustomerValue value, HistoryView history) {
        Instant last = null;
        for (Event event : history.ownEvents()) {
            if (event.event().equals(value.event())) {
                last = event.at();
            }
        }
        return last == null
                ? null
                : BigDecimal.valueOf(Duration.between(last, history.now().toInstant())
                                .toDays())
                        .stripTrailingZeros();
    }

    private static String rfm(Map<String, List<Double>> cuts, @Nullable BigDecimal recency, Sums sums) {
        int r = recency == null ? 1 : 5 - above(cuts.getOrDefault("recency", NO_CUTS), recency.doubleValue());
        int f = 1 + reached(cuts.getOrDefault("frequency", NO_CUTS), sums.count());
        int m = 1
                + reached(cuts.getOrDefault("monetary", NO_CUTS), sums.amount().doubleValue());
        return "" + r + f + m;
    }

    private static int above(List<Double> cuts, double value) {
        return (int) cuts.stream().filter(cut -> value > cut).count();
    }

    private static int reached(List<Double> cuts, double value) {
        return (int) cuts.stream().filter(cut -> value >= cut).count();
    }

    /** Purchases and spend in (since, until]. */
    private record Sums(int count, BigDecimal amount) {

        static Sums between(CustomerValue value, List<Event> events, Instant since, Instant until) {
            int count = 0;
            BigDecimal amount = BigDecimal.ZERO;
            for (Event event : events) {
                if (event.event().equals(value.event())
                        && event.at().isAfter(since)
                        && !event.at().isAfter(until)) {
                    count++;
                    amount = event.field(value.field()) instanceof BigDecimal paid ? amount.add(paid) : amount;
                }
            }
            return new Sums(count, amount);
        }
    }
}
