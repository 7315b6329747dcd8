package org.filorosso.api.decision;

import org.filorosso.api.playbook.LivePlaybook;
import org.filorosso.engine.decide.Decision;
import org.filorosso.engine.decide.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told.
 *
 * @param degraded why it is less than it should be, or null
 * @param dryRun then nobody responds to it
 */
record Answered(
        LivePlaybook live,
        Request request,
        Decision decision,
        @Nullable String degraded,
        boolean dryRun) {}
