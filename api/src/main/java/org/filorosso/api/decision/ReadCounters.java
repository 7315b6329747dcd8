package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.util.Map;
import org.filorosso.engine.decide.State;

/** Counters as they were read once. */
record ReadCounters(Map<String, BigDecimal> read) implements State.Counters {

    @Override
    public long today(String action) {
        return of(RecordingCounters.TODAY + action).longValueExact();
    }

    @Override
    public long total(String action) {
        return of(RecordingCounters.TOTAL + action).longValueExact();
    }

    @Override
    public long contactsToday(String channel) {
        return of(RecordingCounters.CONTACTS + channel).longValueExact();
    }

    @Override
    public BigDecimal spent(String budget) {
        return of(RecordingCounters.SPENT + budget);
    }

    private BigDecimal of(String name) {
        return read.getOrDefault(name, BigDecimal.ZERO);
    }
}
