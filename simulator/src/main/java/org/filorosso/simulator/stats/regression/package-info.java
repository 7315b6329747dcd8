/** Regression of yes or no on what was known before. */
@NullMarked
package org.filorosso.simulator.stats.regression;

import org.jspecify.annotations.NullMarked;
