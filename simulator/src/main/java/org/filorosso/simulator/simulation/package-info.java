/** Customers and policies day by day: arrivals, decisions by the production engine, responses, and what they change. */
@NullMarked
package org.filorosso.simulator.simulation;

import org.jspecify.annotations.NullMarked;
