/** Decisions: asked, answered, recorded, replayed. */
@NullMarked
package org.filorosso.api.decision;

import org.jspecify.annotations.NullMarked;
