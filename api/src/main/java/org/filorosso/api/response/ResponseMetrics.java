package org.filorosso.api.response;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.filorosso.engine.playbook.Outcome;

/** What an operator charts of responses. */
final class ResponseMetrics {
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter capRefusals;

    ResponseMetrics(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("filorosso.responses")
                            .description("Responses recorded, repetitions not counted")
                            .tag("outcome", outcome.code())
                            .register(registry));
        }
        this.capRefusals = Counter.builder("filorosso.cap.refusals")
                .description("What a cap or a budget did not grant")
                .register(registry);
    }

    void count(Recording.Done done) {
        done.rows().forEach(row -> {
            Counter counter = outcomes.get(row.response().outcome());
            if (counter != null) {
                counter.increment();
            }
            capRefusals.increment(row.granted() ? 0 : 1);
        });
    }
}
