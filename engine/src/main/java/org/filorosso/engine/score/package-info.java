/** The five Cs, scored: coherence, channels, context, continuity and closed loop, from the log of any period. */
@NullMarked
package org.filorosso.engine.score;

import org.jspecify.annotations.NullMarked;
