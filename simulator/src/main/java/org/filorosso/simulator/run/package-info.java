/** Decisions for many customers at once: several threads, results in the order of the customers. */
@NullMarked
package org.filorosso.simulator.run;

import org.jspecify.annotations.NullMarked;
