/** Customers, their history, events and lists, streamed from files that people or systems export. */
@NullMarked
package org.filorosso.simulator.customers;

import org.jspecify.annotations.NullMarked;
