package org.filorosso.api.subject;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.MeterRegistry;
import org.filorosso.engine.playbook.Playbook;
import org.springframework.stereotype.Component;

/** One dictionary per revision, for as long as anybody uses the revision. */
@Component
final class Dictionaries {
    private final LoadingCache<Playbook, Dictionary> known =
            Caffeine.newBuilder().weakKeys().build(Dictionary::new);
    private final MeterRegistry metrics;

    Dictionaries(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Dictionary of(Playbook playbook) {
        return known.get(playbook);
    }

    /** Counts a stored value that a revision does not allow; the data quality report says what it cost. */
    void refused(String attribute) {
        metrics.counter("filorosso.attributes.unknown", "attribute", attribute).increment();
    }
}
