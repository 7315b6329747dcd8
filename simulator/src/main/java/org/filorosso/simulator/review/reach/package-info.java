/** How many customers a target can reach, today and in the days to come, and what holds the rest. */
@NullMarked
package org.filorosso.simulator.review.reach;

import org.jspecify.annotations.NullMarked;
