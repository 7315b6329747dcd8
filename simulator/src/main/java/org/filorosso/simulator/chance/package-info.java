/** Chance without a random source: draws that are a function of what they are about. */
@NullMarked
package org.filorosso.simulator.chance;

import org.jspecify.annotations.NullMarked;
