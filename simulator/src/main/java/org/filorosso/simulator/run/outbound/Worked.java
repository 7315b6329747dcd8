package org.filorosso.simulator.run.outbound;

import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into the plan.
 *
 * @param line where it stands, from 1
 * @param id as it stands there; nothing is checked
 * @param flaw why it cannot be taken, or null
 */
record Worked(
        long line, String id, Planned planned, @Nullable FlawException flaw) {}
