package org.filorosso.api.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.filorosso.engine.decide.Decision.StageCount;
import org.filorosso.engine.decide.StageCode;
import org.filorosso.engine.decide.Subject;
import org.filorosso.engine.playbook.Attribute;
import org.filorosso.engine.playbook.Playbook;

/** What an operator charts of decisions. Names of attributes and reasons only, never a value. */
final class DecisionMetrics {
    private final MeterRegistry registry;
    private final Timer time;
    private final Counter capRefusals;
    private final Map<StageCode, Counter> dropped = new EnumMap<>(StageCode.class);
    private final LoadingCache<String, Counter> degraded;
    private final LoadingCache<Result, Counter> decisions;
    private final LoadingCache<Playbook, Map<String, Counter>> unknown;

    private record Result(String playbook, String result) {}

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("filorosso.decision.time")
                .description("From the question understood to the answer known")
                .publishPercentileHistogram()
                .register(registry);
        this.capRefusals = Counter.builder("filorosso.cap.refusals")
                .description("Decisions made again because a counter had nothing left")
                .register(registry);
        for (StageCode stage : StageCode.values()) {
            dropped.put(
                    stage,
                    Counter.builder("filorosso.stage.dropped")
                            .description("Candidates that a stage dropped")
                            .tag("stage", stage.code())
                            .register(registry));
        }
        this.degraded = Caffeine.newBuilder()
                .build(reason -> Counter.builder("filorosso.degraded")
                        .description("Answers that were less than they should be")
                        .tag("reason", reason)
                        .register(registry));
        this.decisions = Caffeine.newBuilder()
                .build(key -> Counter.builder("filorosso.decisions")
                        .description("Answers, by what is in them")
                        .tag("playbook", key.playbook())
                        .tag("result", key.result())
                        .register(registry));
        this.unknown = Caffeine.newBuilder().weakKeys().build(this::attributes);
    }

    private Map<String, Counter> attributes(Playbook playbook) {
        Map<String, Counter> counters = new java.util.HashMap<>();
        playbook.tables().attributes().stream()
                .filter(attribute -> attribute.source() == Attribute.Source.CUSTOMER)
                .forEach(attribute -> counters.put(
                        attribute.name(),
                        Counter.builder("filorosso.attributes.unknown")
                                .description("Decisions that an attribute of the customer was missing for")
                                .tag("attribute", attribute.name())
                                .register(registry)));
        return counters;
    }

    void decided(Made made) {
        String playbook = made.decision().playbook();
        String reason = made.degraded();
        boolean empty = made.decision().results().isEmpty();
        decisions
                .get(new Result(playbook, reason != null ? "degraded" : empty ? "empty" : "offered"))
                .increment();
        if (reason != null) {
            degraded.get(reason).increment();
        }
        for (StageCount stage : made.decision().stages()) {
            Counter counter = dropped.get(stage.stage());
            if (counter != null && stage.in() > stage.out()) {
                counter.increment(stage.in() - stage.out());
            }
        }
        Subject subject = made.facts().subject();
        unknown.get(made.ask().live().playbook()).forEach((name, counter) -> {
            if (!subject.attributes().containsKey(name)) {
                counter.increment();
            }
        });
    }

    void took(long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
    }

    void capRefused() {
        capRefusals.increment();
    }
}
