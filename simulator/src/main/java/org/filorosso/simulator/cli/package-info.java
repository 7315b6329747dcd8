/** The command line {@code filorosso}. */
@NullMarked
package org.filorosso.simulator.cli;

import org.jspecify.annotations.NullMarked;
