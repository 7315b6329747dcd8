/** Off-policy evaluation: what another policy would have earned, from decisions whose probabilities were logged. */
@NullMarked
package org.filorosso.simulator.ope;

import org.jspecify.annotations.NullMarked;
