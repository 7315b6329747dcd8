/** The comparison of arms: from rows or aggregates to a verdict. */
@NullMarked
package org.filorosso.simulator.stats.compare;

import org.jspecify.annotations.NullMarked;
