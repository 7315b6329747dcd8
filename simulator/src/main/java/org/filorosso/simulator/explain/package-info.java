/** One decision as a grid, every candidate against every stage: in a terminal and as a page. */
@NullMarked
package org.filorosso.simulator.explain;

import org.jspecify.annotations.NullMarked;
