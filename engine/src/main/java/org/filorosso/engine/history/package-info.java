/** What happened between a customer and us: the view that counts, caps and journeys look at. */
@NullMarked
package org.filorosso.engine.history;

import org.jspecify.annotations.NullMarked;
