/** How simulated customers really respond, as world.csv says; no policy ever sees it. */
@NullMarked
package org.filorosso.simulator.world;

import org.jspecify.annotations.NullMarked;
