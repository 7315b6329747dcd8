package org.filorosso.simulator.run.outbound;

import org.filorosso.simulator.customers.CustomerFile;
import org.filorosso.simulator.customers.FlawException;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into the plan.
 *
 * @param flaw why it cannot be taken, or null
 */
record Worked(
        CustomerFile.Row row, Planned planned, @Nullable FlawException flaw) {}
