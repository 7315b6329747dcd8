/** Which contact a conversion is credited to, from paths of contacts. */
@NullMarked
package org.filorosso.simulator.attribution;

import org.jspecify.annotations.NullMarked;
