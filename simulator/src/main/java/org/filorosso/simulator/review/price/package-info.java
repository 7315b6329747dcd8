/** What each rule costs or gains: the same customers decided with and without it. */
@NullMarked
package org.filorosso.simulator.review.price;

import org.jspecify.annotations.NullMarked;
