package org.filorosso.engine.playbook.io;

import java.util.Objects;
import org.filorosso.engine.playbook.Engagement;
import org.filorosso.engine.playbook.Engagement.Policy;

/** Reads engagement.csv. */
final class EngagementRows {
    private EngagementRows() {}

    static Engagement read(Entry line, Scope scope) {
        Policy policy = line.choice("policy", Words.of(Policy.class), null);
        return new Engagement(
                scope.rows().read(line),
                Objects.requireNonNullElse(policy, Policy.ELIGIBILITY),
                scope.references().target(line, "target"),
                Boolean.TRUE.equals(line.choice("effect", Words.EFFECTS, null)));
    }
}
