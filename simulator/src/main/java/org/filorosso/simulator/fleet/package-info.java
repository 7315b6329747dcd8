/** Machines that share the work of a command: what is sent to them, and what comes back. Knows no cluster's name. */
@NullMarked
package org.filorosso.simulator.fleet;

import org.jspecify.annotations.NullMarked;
