/** How many units a test needs, what power it has, and which effect it can find. */
@NullMarked
package org.filorosso.simulator.stats.power;

import org.jspecify.annotations.NullMarked;
