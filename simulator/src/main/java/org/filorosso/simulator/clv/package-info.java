/** What customers will be worth: recency, frequency and value, and models of purchases and of spend. */
@NullMarked
package org.filorosso.simulator.clv;

import org.jspecify.annotations.NullMarked;
