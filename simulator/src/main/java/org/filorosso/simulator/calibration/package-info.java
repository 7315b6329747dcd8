/** Fits worlds to decision logs, and predicts parts of logs that were held back. */
@NullMarked
package org.filorosso.simulator.calibration;

import org.jspecify.annotations.NullMarked;
