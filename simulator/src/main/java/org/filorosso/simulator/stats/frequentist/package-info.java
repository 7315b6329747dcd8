/** Tests and intervals read once, at an end fixed in advance: proportions, means, ratios, adjusted by a covariate. */
@NullMarked
package org.filorosso.simulator.stats.frequentist;

import org.jspecify.annotations.NullMarked;
