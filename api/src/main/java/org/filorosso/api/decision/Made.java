package org.filorosso.api.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.filorosso.engine.decide.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A decision, and all that is to be written of it.
 *
 * @param facts what it read
 * @param read what it read of the counters, by name
 * @param charges what it uses up
 * @param newStage the lifecycle stage where it changed, or null
 * @param degraded why it is less than it should be, or null
 */
record Made(
        Ask ask,
        Facts facts,
        Decision decision,
        Map<String, BigDecimal> read,
        List<Charges.Charge> charges,
        @Nullable String newStage,
        @Nullable String degraded) {

    Made degraded(String reason) {
        return new Made(ask, facts, decision, read, charges, newStage, reason);
    }

    Answered answered() {
        return new Answered(ask.live(), facts.request(), decision, degraded, ask.dryRun());
    }
}
