/** Test and learn on top of the engine, and the command line. */
@NullMarked
package org.filorosso.simulator;

import org.jspecify.annotations.NullMarked;
