/** Columns of numbers read from files of any size, and rows gathered by unit in bounded memory. */
@NullMarked
package org.filorosso.simulator.stats.data;

import org.jspecify.annotations.NullMarked;
