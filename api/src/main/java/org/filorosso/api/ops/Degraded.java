package org.filorosso.api.ops;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The state between up and down: decisions are answered, with less than all of what they could know. */
final class Degraded {
    /** Not down: a balancer goes on sending, an operator looks. */
    static final Status STATUS = new Status("DEGRADED");

    private Degraded() {}

    static Health because(String reason) {
        return Health.status(STATUS).withDetail("reason", reason).build();
    }
}
