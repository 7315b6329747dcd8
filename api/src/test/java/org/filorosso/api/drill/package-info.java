/** Drills: each breaks something on purpose and shows that a promise of the service holds all the same. */
@NullMarked
package org.filorosso.api.drill;

import org.jspecify.annotations.NullMarked;
