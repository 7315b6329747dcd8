/** An outbound run: whom to contact today, on which channel, with what, when there is not enough for everybody. */
@NullMarked
package org.filorosso.simulator.run.outbound;

import org.jspecify.annotations.NullMarked;
