/** Decisions as JSON, CSV and in the formats of the decision log. */
@NullMarked
package org.filorosso.simulator.log;

import org.jspecify.annotations.NullMarked;
