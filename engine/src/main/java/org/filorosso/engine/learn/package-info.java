/** Chance and belief without a random source: hashes that assign, and the propensities that responses move. */
@NullMarked
package org.filorosso.engine.learn;

import org.jspecify.annotations.NullMarked;
