/** Statistics of test and learn: what all schools share. Each school has a package of its own. */
@NullMarked
package org.filorosso.simulator.stats;

import org.jspecify.annotations.NullMarked;
