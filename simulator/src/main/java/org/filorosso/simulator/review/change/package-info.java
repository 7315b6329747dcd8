/** What people are offered before and after: the model that every comparison fills, and its drawing. */
@NullMarked
package org.filorosso.simulator.review.change;

import org.jspecify.annotations.NullMarked;
