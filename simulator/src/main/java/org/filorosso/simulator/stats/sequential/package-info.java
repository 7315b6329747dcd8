/** Inference that may be looked at early: always-valid confidence sequences and group-sequential boundaries. */
@NullMarked
package org.filorosso.simulator.stats.sequential;

import org.jspecify.annotations.NullMarked;
