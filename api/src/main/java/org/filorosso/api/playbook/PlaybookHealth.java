package org.filorosso.api.playbook;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What decides on this node, and what keeps it from deciding by the latest publication. Degraded is not down. */
@Component("playbooks")
final class PlaybookHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "The last good revisions and stops hold.");

    private final PolledPlaybooks playbooks;
    private final PolledStops stops;

    PlaybookHealth(PolledPlaybooks playbooks, PolledStops stops) {
        this.playbooks = playbooks;
        this.stops = stops;
    }

    @Override
    public Health health() {
        Map<String, String> wrong = wrong();
        Health.Builder health = playbooks.publications().isEmpty()
                ? Health.outOfService()
                : wrong.isEmpty() ? Health.up() : Health.status(DEGRADED);
        Map<String, String> live = new TreeMap<>();
        playbooks
                .publications()
                .forEach(one -> live.put(
                        one.playbook().name(), one.playbook().playbook().shortRevision()));
        return health.withDetail("live", live).withDetail("wrong", wrong).build();
    }

    private Map<String, String> wrong() {
        Map<String, String> wrong = new TreeMap<>(playbooks.damagedCopies());
        playbooks
                .refused()
                .forEach(one -> wrong.put(
                        one.publication().playbook(),
                        one.publication().revision() + " cannot be loaded: " + one.why()));
        playbooks.publications().stream()
                .filter(one -> one.since() == null)
                .forEach(one -> wrong.put(one.playbook().name(), "decides by the copy on this node's disk"));
        put(wrong, "database", playbooks.failure());
        put(wrong, "stops of the database", stops.failure());
        put(wrong, "copy of the stops", stops.damaged());
        return wrong;
    }

    private static void put(Map<String, String> wrong, String what, @Nullable String why) {
        if (why != null) {
            wrong.put(what, why);
        }
    }
}
