/** Shares scarce units out among many customers so that total priority is as high as it can be. */
@NullMarked
package org.filorosso.simulator.run.allocation;

import org.jspecify.annotations.NullMarked;
