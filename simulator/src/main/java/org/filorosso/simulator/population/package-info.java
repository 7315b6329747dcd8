/** Who the simulated customers are and what they do unasked, as population.yaml says. */
@NullMarked
package org.filorosso.simulator.population;

import org.jspecify.annotations.NullMarked;
