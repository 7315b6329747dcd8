package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.filorosso.engine.decide.State;

/** Remembers what a decision reads of the counters. Used by one decision. */
final class RecordingCounters implements State.Counters {
    static final String TODAY = "today/";
    static final String TOTAL = "total/";
    static final String CONTACTS = "contacts/";
    static final String SPENT = "spent/";

    private final State.Counters counters;
    private final Map<String, BigDecimal> read = new TreeMap<>();

    RecordingCounters(State.Counters counters) {
        this.counters = counters;
    }

    /** What was read so far, by name. */
    Map<String, BigDecimal> read() {
        return read;
    }

    @Override
    public long today(String action) {
        return remember(TODAY + action, counters.today(action));
    }

    @Override
    public long total(String action) {
        return remember(TOTAL + action, counters.total(action));
    }

    @Override
    public long contactsToday(String channel) {
        return remember(CONTACTS + channel, counters.contactsToday(channel));
    }

    @Override
    public BigDecimal spent(String budget) {
        BigDecimal spent = counters.spent(budget);
        read.put(SPENT + budget, spent);
        return spent;
    }

    private long remember(String name, long count) {
        read.put(name, BigDecimal.valueOf(count));
        return count;
    }
}
