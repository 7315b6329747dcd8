/** Posterior distributions of the difference of two arms. */
@NullMarked
package org.filorosso.simulator.stats.bayes;

import org.jspecify.annotations.NullMarked;
