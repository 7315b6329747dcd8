/** The command line on Apache Spark. The only package that knows Spark. */
@NullMarked
package org.filorosso.simulator.spark;

import org.jspecify.annotations.NullMarked;
