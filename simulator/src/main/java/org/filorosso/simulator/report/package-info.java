/** What became of a simulation as one page for people who decide: verdict, doubts, charts and tables. */
@NullMarked
package org.filorosso.simulator.report;

import org.jspecify.annotations.NullMarked;
